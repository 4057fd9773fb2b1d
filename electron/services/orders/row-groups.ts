import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ImportProgress, RecordSource } from './import-progress.ts';
import { rowProblem } from './row-fields.ts';

/** Rows that are one package or one correction, and how they are refused together. */
export type RowGroup<Row extends { readonly record: ImportRecord }> = {
  readonly rows: readonly [Row, ...Row[]];
  /** Reports the problem of one row and, for each other row, that it is not done either. */
  readonly refuse: (problem: RowProblem) => void;
};

/** Such groups are kept in memory: a larger file is split. */
const MAX_ROWS = 200_000;

/** How rows are read and which belong together. */
export type Reading<Row> = {
  readonly read: (record: ImportRecord) => Result<Row, readonly RowProblem[]>;
  readonly keyOf: (row: Row) => readonly string[];
  /** The key of a row that is wrong, as far as it can be told: it refuses the others with the same key. */
  readonly rawKeyOf: (record: ImportRecord) => readonly string[];
};

/** Reads all rows and puts those with the same key together, in the order of their first rows. */
export async function collectGroups<Row extends { readonly record: ImportRecord }>(
  records: RecordSource,
  progress: ImportProgress,
  { read, keyOf, rawKeyOf }: Reading<Row>,
): Promise<Result<readonly RowGroup<Row>[], Problem>> {
  const groups = new Map<string, [Row, ...Row[]]>();
  const spoilt = new Map<string, number>();
  let rows = 0;
  for await (const slice of records) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    if (!slice.ok) return slice;
    for (const record of slice.value.records) {
      const row = read(record);
      if (!row.ok) {
        if (row.error[0] !== undefined) progress.refuse(row.error[0]);
        spoilt.set(rawKeyOf(record).join('\n'), record.row);
        continue;
      }
      const key = keyOf(row.value).join('\n');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row.value]);
      else group.push(row.value);
    }
    rows += slice.value.records.length;
    if (rows > MAX_ROWS) return err({ code: 'file-too-large', megabytes: 64 });
    progress.at('reading', rows, slice.value.total === null ? null : Math.max(rows, slice.value.total));
  }
  for (const [key, row] of spoilt) {
    for (const { record } of groups.get(key) ?? []) progress.refuse(alsoRefused(record, row));
    groups.delete(key);
  }
  return ok([...groups.values()].map((members) => ({ rows: members, refuse: refuser(members, progress) })));
}

const refuser =
  (rows: readonly { readonly record: ImportRecord }[], progress: ImportProgress) =>
  (problem: RowProblem): void => {
    progress.refuse(problem);
    for (const { record } of rows) if (record.row !== problem.row) progress.refuse(alsoRefused(record, problem.row));
  };

/** A row that is right by itself and is not done because of another one of its package. */
const alsoRefused = (record: ImportRecord, because: number): RowProblem =>
  rowProblem(record, 'order_id', 'not-possible', `#${because}`);
