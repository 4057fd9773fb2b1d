import { stringify } from 'csv-stringify/sync';
import { SAFE_CSV } from '../../../shared/kernel/safe-csv.ts';
import { type TableWriter, withoutControls } from './table-writer.ts';

/** Digits a spreadsheet program would round, counted from where it begins to. */
const ROUNDED = /^\d{12,}$/;

/**
 * Writes a CSV in pieces. Spreadsheet programs take long numbers in a CSV for quantities and round them; a TAB behind the
 * number makes it text without being seen, and readers that trim cells (ours do) get the number itself.
 */
export function createCsvWriter(headers: readonly string[], idColumns: ReadonlySet<number>): TableWriter {
  const pieces: Buffer[] = [];
  const put = (rows: readonly (readonly string[])[], first: boolean): void => {
    pieces.push(
      Buffer.from(
        stringify(
          rows.map((row) => [...row]),
          { ...SAFE_CSV, bom: first },
        ),
      ),
    );
  };
  put([headers], true);
  return {
    rows: (rows) => {
      if (rows.length === 0) return;
      put(
        rows.map((row) =>
          row.map((cell, at) => (idColumns.has(at) && ROUNDED.test(cell) ? `${cell}\t` : withoutControls(cell))),
        ),
        false,
      );
    },
    end: () => Buffer.concat(pieces),
  };
}
