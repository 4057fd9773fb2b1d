import type { RowProblem } from '../../../shared/contract/job.ts';
import type { ImportColumn, ImportRecord } from '../../../shared/domain/import-columns.ts';

/** Collects what is wrong with one row; every reader gives a usable value only where it also reports nothing. */
export type RowFields = {
  readonly problems: readonly RowProblem[];
  readonly refuse: (column: ImportColumn, reason: RowProblem['reason'], detail?: string) => void;
  /** Any text up to `max` characters; empty where the cell is. */
  readonly text: (column: ImportColumn, max: number) => string;
  /** A number or code that must have come through unchanged: rounded digits and odd characters are refused. */
  readonly id: (column: ImportColumn, pattern: RegExp) => string;
  /** Like `id`, and the cell must not be empty. */
  readonly requiredId: (column: ImportColumn, pattern: RegExp) => string;
  /** A whole number of pieces. */
  readonly pieces: (column: ImportColumn) => number;
};

/** The most pieces one row may order: more is a slip of the keyboard. */
const MAX_PIECES = 10_000;

/** The row a problem is about, with the text that stood there. */
export const rowProblem = (
  record: ImportRecord,
  column: ImportColumn,
  reason: RowProblem['reason'],
  detail = '',
): RowProblem => ({
  row: record.row,
  column,
  reason,
  value: (record.cells[column] ?? '').slice(0, 200),
  detail: detail.slice(0, 300),
});

/** Readers for the cells of one row. */
export function createRowFields(record: ImportRecord): RowFields {
  const problems: RowProblem[] = [];
  const cell = (column: ImportColumn): string => record.cells[column] ?? '';
  const refuse: RowFields['refuse'] = (column, reason, detail) => {
    problems.push(rowProblem(record, column, reason, detail));
  };
  const id = (column: ImportColumn, pattern: RegExp): string => {
    const value = cell(column);
    if (record.lost.includes(column)) refuse(column, 'lost-digits');
    else if (value !== '' && !pattern.test(value)) refuse(column, 'bad-format');
    return value;
  };
  return {
    problems,
    refuse,
    id,
    text: (column, max) => {
      if (cell(column).length > max) refuse(column, 'too-long');
      return cell(column);
    },
    requiredId: (column, pattern) => {
      if (cell(column) === '') refuse(column, 'missing');
      return id(column, pattern);
    },
    pieces: (column) => {
      const value = cell(column);
      const pieces = /^\d{1,9}(?:\.0+)?$/.test(value) ? Number(value) : Number.NaN;
      if (value === '') refuse(column, 'missing');
      else if (Number.isNaN(pieces)) refuse(column, 'not-a-number');
      else if (pieces < 1 || pieces > MAX_PIECES) refuse(column, 'out-of-range', `1–${MAX_PIECES}`);
      return pieces;
    },
  };
}
