import type { Problem } from '../../../shared/contract/problem.ts';
import {
  type ImportColumn,
  type ImportLayout,
  type ImportRecord,
  mapHeader,
  missingColumns,
} from '../../../shared/domain/import-columns.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { readTable } from './read-table.ts';
import { type TableRow, unreadable } from './table.ts';

/** Some records in file order, and how many rows the file has besides its header, as far as it says so. */
export type RecordSlice = { readonly records: readonly ImportRecord[]; readonly total: number | null };

type Columns = ReadonlyMap<number, ImportColumn>;

/**
 * Reads a CSV or XLSX file as records of a layout, in slices; the event loop has had a turn between two of them. The
 * first row that is not empty is the header. Columns the layout does not know are not even looked at: receiver data in
 * a shop's export never gets further than this (RELIABILITY F10).
 */
export async function* readRecords(
  bytes: Uint8Array,
  layout: ImportLayout,
): AsyncGenerator<Result<RecordSlice, Problem>, void> {
  let columns: Columns | null = null;
  for await (const slice of readTable(bytes)) {
    if (!slice.ok) return yield slice;
    let { rows } = slice.value;
    if (columns === null) {
      const header = readHeader(rows[0], layout);
      if (!header.ok) return yield header;
      columns = header.value;
      rows = rows.slice(1);
    }
    const known: Columns = columns;
    const records = rows.map((row) => toRecord(row, known)).filter((record) => Object.keys(record.cells).length > 0);
    const total = slice.value.total === null ? null : Math.max(0, slice.value.total - 1);
    if (records.length > 0) yield ok({ records, total });
  }
  if (columns === null) yield err(unreadable('empty'));
}

function readHeader(row: TableRow | undefined, layout: ImportLayout): Result<Columns, Problem> {
  if (row === undefined) return err(unreadable('empty'));
  const columns = mapHeader(row.cells, layout);
  const missing = missingColumns(columns, layout);
  if (missing.length === 0) return ok(columns);
  const found = row.cells.filter((cell) => cell !== '').join(', ');
  return err({
    code: 'file-columns-missing',
    columns: missing.join(', ').slice(0, 600),
    found: found.slice(0, 600),
  });
}

function toRecord({ row, cells, lost }: TableRow, columns: Columns): ImportRecord {
  const named: Partial<Record<ImportColumn, string>> = {};
  for (const [index, column] of columns) {
    const cell = cells[index];
    if (cell !== undefined && cell !== '') named[column] = cell;
  }
  return { row, cells: named, lost: lost.flatMap((index) => columns.get(index) ?? []) };
}
