import { stringify } from 'csv-stringify/browser/esm/sync';
import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Language } from '../../../shared/contract/system.ts';
import { SAFE_CSV } from '../../../shared/kernel/safe-csv.ts';
import { columnName, describeRowProblem } from '../../../shared/messages/describe-row-problem.ts';

/**
 * The refused rows as a CSV a spreadsheet program opens directly: UTF-8 with a byte order mark, and no cell can start a
 * formula.
 */
export const refusedCsv = (
  rows: readonly RowProblem[],
  headers: readonly [row: string, column: string, why: string, value: string],
  language: Language,
): string =>
  stringify(
    rows.map((row) => [row.row, columnName(row.column, language), describeRowProblem(row, language), row.value]),
    { ...SAFE_CSV, header: true, columns: [...headers] },
  );
