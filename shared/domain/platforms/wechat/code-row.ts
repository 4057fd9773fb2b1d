import type { PlatformId } from '../platform-id.ts';
import type { Actor, BoxAction, CatalogueEntry, CatalogueText, ReplyClass } from '../reply-class.ts';

/** What is written for each code: everything but the platform's name. */
export type CodeRow = {
  readonly replyClass: ReplyClass;
  readonly actor: Actor;
  readonly box: BoxAction;
  readonly zh: CatalogueText;
  readonly en: CatalogueText;
};

/** Codes with what is known of them, before it is said whose they are. */
export type CodeRows = readonly (readonly [code: string, row: CodeRow])[];

/** Makes the entries of one platform; `source` says whether the platform's own page prints these codes. */
export const entriesFor =
  (platform: PlatformId) =>
  (source: CatalogueEntry['source'], rows: CodeRows): readonly CatalogueEntry[] =>
    rows.map(([code, row]) => ({ platform, code, source, ...row }));

/** Account answers hold every parcel of the shop alike: nobody at the bench can change anything. */
export const accountRow = (
  replyClass: ReplyClass,
  zh: CodeRow['zh'],
  en: CodeRow['en'],
  actor: CodeRow['actor'] = 'admin',
): CodeRow => ({
  replyClass,
  actor,
  box: 'keep',
  zh,
  en,
});
