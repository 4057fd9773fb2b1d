import type { PlatformId } from './platform-id.ts';
import type { Actor, BoxAction, CatalogueEntry, CatalogueText, ReplyClass } from './reply-class.ts';

/** What an answer means and what people are told about it. Sentences are `[meaning, remedy]`. */
export type EntryRow = {
  readonly replyClass: ReplyClass;
  readonly actor: Actor;
  readonly box: BoxAction;
  readonly zh: Sentences;
  readonly en: Sentences;
};
type Sentences = readonly [meaning: string, remedy: string];

/** The entry of one platform for a code; `source` says whether the platform's own page prints it. */
export const entryOf = (
  platform: PlatformId,
  code: string,
  source: CatalogueEntry['source'],
  row: EntryRow,
): CatalogueEntry => ({ platform, code, source, ...row, zh: sentences(row.zh), en: sentences(row.en) });

const sentences = ([meaning, remedy]: Sentences): CatalogueText => ({ meaning, remedy });
