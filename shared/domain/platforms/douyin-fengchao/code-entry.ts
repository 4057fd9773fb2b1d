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
export type DouyinRow = {
  readonly replyClass: ReplyClass;
  readonly actor: Actor;
  readonly box: BoxAction;
  readonly zh: Sentences;
  readonly en: Sentences;
};
type Sentences = readonly [meaning: string, remedy: string];

/** An entry for one of Douyin's own numbers, which reach us inside an item's code or text. */
export const douyinCode = (code: string, row: DouyinRow): CatalogueEntry => entry(code, 'common', row);

/** Entries for numbers that mean the same to a packer. */
export const douyinCodes = (codes: readonly string[], row: DouyinRow): readonly CatalogueEntry[] =>
  codes.map((code) => douyinCode(code, row));

/** An entry for a text of the gateway's own page: `phrase` is the part that no other text holds. */
export const douyinText = (slug: string, phrase: string, row: DouyinRow): CatalogueEntry => ({
  ...entry(TEXT, 'document', row),
  key: `${TEXT}:${slug}`,
  phrase,
});

/** An entry for a refusal of the gateway itself, before any order is looked at. Its page lists no codes. */
export const gatewayEntry = (slug: string, row: DouyinRow): CatalogueEntry => ({
  ...entry(GATEWAY, 'common', row),
  key: `${GATEWAY}:${slug}`,
});

export const TEXT = 'text';
export const GATEWAY = 'gateway';

const entry = (code: string, source: CatalogueEntry['source'], row: DouyinRow): CatalogueEntry => ({
  platform: 'douyin-fengchao',
  code,
  source,
  ...row,
  zh: sentences(row.zh),
  en: sentences(row.en),
});

const sentences = ([meaning, remedy]: Sentences): CatalogueText => ({ meaning, remedy });

/** Proven not applied; a person changes `field` and saves again. */
export const refused = (field: RefusedField): ReplyClass => ({ kind: 'refused', defect: false, field });

/** Proven not applied, and our own checks should have stopped it. */
export const defect = (field?: RefusedField): ReplyClass =>
  field === undefined ? { kind: 'refused', defect: true } : { kind: 'refused', defect: true, field };

/** Proven not applied, and true for every call of this account. */
export const account = (cause: AccountCause): ReplyClass => ({ kind: 'account', cause });

/** It may or may not have been applied: never resent without looking. */
export const ambiguous: ReplyClass = { kind: 'ambiguous' };

/** Proven not applied; one setting of the shop is wrong. */
export const shopSetup: ReplyClass = { kind: 'shop-setup' };

/** Someone, perhaps we, may have shipped it: a look decides. */
export const lookFirst = (otherwise: 'refused' | 'conflict'): ReplyClass => ({ kind: 'look-first', otherwise });
