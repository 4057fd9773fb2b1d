import type {
  AccountCause,
  Actor,
  BoxAction,
  CatalogueEntry,
  CatalogueText,
  RefusedField,
  ReplyClass,
} from '../reply-class.ts';

/** What an answer means and what people are told about it. Sentences are `[meaning, remedy]`. */
export type VvRow = {
  readonly replyClass: ReplyClass;
  readonly actor: Actor;
  readonly box: BoxAction;
  readonly zh: Sentences;
  readonly en: Sentences;
};
type Sentences = readonly [meaning: string, remedy: string];

/** The code of a refusal by Taobao itself, told apart by its text alone. */
export const TEXT_CODE = '614';

/** An entry for a code that means one thing. */
export const vvCode = (code: string, source: CatalogueEntry['source'], row: VvRow): CatalogueEntry => ({
  platform: 'vv-tool',
  code,
  source,
  ...row,
  zh: sentences(row.zh),
  en: sentences(row.en),
});

/** An entry for one text of a code that has several: `phrase` is the part that no other text holds. */
export const vvText = (slug: string, phrase: string, row: VvRow, code = TEXT_CODE): CatalogueEntry => ({
  ...vvCode(code, 'document', row),
  key: `${code}:${slug}`,
  phrase,
});

const sentences = ([meaning, remedy]: Sentences): CatalogueText => ({ meaning, remedy });

/** Proven not applied; a person changes `field` and saves again. */
export const refused = (field: RefusedField): ReplyClass => ({ kind: 'refused', defect: false, field });

/** Proven not applied, and our own checks should have stopped it. */
export const defect = (field?: RefusedField): ReplyClass =>
  field === undefined ? { kind: 'refused', defect: true } : { kind: 'refused', defect: true, field };

/** Someone, perhaps we, may have shipped it, or the order may be another shop's: a look decides. */
export const lookFirst = (otherwise: 'refused' | 'conflict'): ReplyClass => ({ kind: 'look-first', otherwise });

/** Proven not applied, and true for every call of this account. */
export const account = (cause: AccountCause): ReplyClass => ({ kind: 'account', cause });

/** Proven not applied; one setting of the shop is wrong. */
export const shopSetup: ReplyClass = { kind: 'shop-setup' };

/** It may or may not have been applied: never resent without looking. */
export const ambiguous: ReplyClass = { kind: 'ambiguous' };
