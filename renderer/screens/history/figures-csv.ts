import { stringify } from 'csv-stringify/browser/esm/sync';
import type { OperatorFigures } from '../../../shared/contract/history.ts';
import { SAFE_CSV } from '../../../shared/kernel/safe-csv.ts';
import type { historyZh } from '../../i18n/zh-CN/history.ts';

export type FiguresColumn = keyof (typeof historyZh)['figures']['columns'];

/** Refused scans of all, as people say it. */
export const missRate = ({ scans, misScans }: Pick<OperatorFigures, 'scans' | 'misScans'>): string =>
  scans === 0 ? '–' : `${((misScans / scans) * 100).toFixed(1)} %`;

/** The figures as a CSV a spreadsheet program opens directly; no cell can start a formula. */
export function figuresCsv(rows: readonly OperatorFigures[], headers: Readonly<Record<FiguresColumn, string>>): Blob {
  const cells: Readonly<Record<FiguresColumn, (row: OperatorFigures) => string>> = {
    operator: (row) => row.operator,
    orders: (row) => String(row.orders),
    packages: (row) => String(row.packages),
    pieces: (row) => String(row.pieces),
    classes: ({ perClass }) => `${perClass.single} / ${perClass.multi} / ${perClass.mixed}`,
    perHour: (row) => String(row.packagesPerHour ?? ''),
    fair: (row) => String(row.fairPace ?? ''),
    miss: missRate,
  };
  const columns = Object.keys(cells) as FiguresColumn[];
  const text = stringify(
    rows.map((row) => columns.map((column) => cells[column](row))),
    { ...SAFE_CSV, header: true, columns: columns.map((column) => headers[column]) },
  );
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}
