import { stringify } from 'csv-stringify/browser/esm/sync';
import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import type { Language } from '../../../shared/contract/system.ts';
import { SAFE_CSV } from '../../../shared/kernel/safe-csv.ts';
import { describeEntry, type EntryText } from '../../../shared/messages/describe-entry.ts';

type Column = Exclude<keyof EntryText, 'classHint'>;
const COLUMNS: readonly Column[] = [
  'platform',
  'code',
  'className',
  'meaning',
  'actor',
  'remedy',
  'box',
  'said',
  'source',
];

/** The entries on screen as a CSV a spreadsheet program opens directly; no cell can start a formula. */
export function codesCsv(
  entries: readonly CatalogueEntry[],
  headers: Readonly<Record<Column, string>>,
  language: Language,
): Blob {
  const rows = entries.map((entry) => {
    const told = describeEntry(entry, language);
    return COLUMNS.map((column) => told[column]);
  });
  const text = stringify(rows, {
    ...SAFE_CSV,
    header: true,
    columns: COLUMNS.map((column) => headers[column]),
  });
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
