import { entryOf, type EntryRow } from '../entry-row.ts';
import type { CatalogueEntry } from '../reply-class.ts';

/** An entry for one of Douyin's own numbers, which reach us inside an item's code or text. */
export const douyinCode = (code: string, row: EntryRow): CatalogueEntry => entry(code, 'common', row);

/** Entries for numbers that mean the same to a packer. */
export const douyinCodes = (codes: readonly string[], row: EntryRow): readonly CatalogueEntry[] =>
  codes.map((code) => douyinCode(code, row));

/** An entry for a text of the gateway's own page: `phrase` is the part that no other text holds. */
export const douyinText = (slug: string, phrase: string, row: EntryRow): CatalogueEntry => ({
  ...entry(TEXT, 'document', row),
  key: `${TEXT}:${slug}`,
  phrase,
});

/** An entry for a refusal of the gateway itself, before any order is looked at. Its page lists no codes. */
export const gatewayEntry = (slug: string, row: EntryRow): CatalogueEntry => ({
  ...entry(GATEWAY, 'common', row),
  key: `${GATEWAY}:${slug}`,
});

export const TEXT = 'text';
export const GATEWAY = 'gateway';

const entry = (code: string, source: CatalogueEntry['source'], row: EntryRow): CatalogueEntry =>
  entryOf('douyin-fengchao', code, source, row);
