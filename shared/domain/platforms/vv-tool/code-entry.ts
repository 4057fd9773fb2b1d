import { entryOf, type EntryRow } from '../entry-row.ts';
import type { CatalogueEntry } from '../reply-class.ts';

/** The code of a refusal by Taobao itself, told apart by its text alone. */
export const TEXT_CODE = '614';

/** An entry for a code that means one thing. */
export const vvCode = (code: string, source: CatalogueEntry['source'], row: EntryRow): CatalogueEntry =>
  entryOf('vv-tool', code, source, row);

/** An entry for one text of a code that has several: `phrase` is the part that no other text holds. */
export const vvText = (slug: string, phrase: string, row: EntryRow, code = TEXT_CODE): CatalogueEntry => ({
  ...vvCode(code, 'document', row),
  key: `${code}:${slug}`,
  phrase,
});
