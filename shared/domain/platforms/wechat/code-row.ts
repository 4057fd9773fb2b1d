import type { PlatformId } from '../platform-id.ts';
import type {
  AccountCause,
  Actor,
  BoxAction,
  CatalogueEntry,
  CatalogueText,
  RefusedField,
  ReplyClass,
} from '../reply-class.ts';

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

/** Proven not applied; a person changes `field` and saves again. */
export const refused = (field: RefusedField): ReplyClass => ({ kind: 'refused', defect: false, field });

/** Proven not applied, and our own checks should have stopped it. */
export const defect = (field?: RefusedField): ReplyClass =>
  field === undefined ? { kind: 'refused', defect: true } : { kind: 'refused', defect: true, field };

/** Proven not applied; the order is on hold, its parcel must stay, and the platform is asked again after `minutes`. */
export const onHold = (minutes: number): ReplyClass => ({
  kind: 'business',
  stopBox: true,
  recheckMs: minutes * 60_000,
});

/** Proven not applied; one setting of the shop is missing. */
export const shopSetup: ReplyClass = { kind: 'shop-setup' };

/** Someone, perhaps we, may have shipped it: a look decides. */
export const lookFirst = (otherwise: 'refused' | 'conflict'): ReplyClass => ({ kind: 'look-first', otherwise });

/** Proven not applied, and true for every call of this account. */
export const account = (cause: AccountCause): ReplyClass => ({ kind: 'account', cause });

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
