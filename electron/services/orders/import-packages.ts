import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import type { ImportProgress, RecordSource } from './import-progress.ts';
import { collectGroups, type Reading, type RowGroup } from './row-groups.ts';
import { type PackageImportDeps, type PackageToSave, type SaveInput, savePackages } from './save-packages.ts';

/** Groups checked before the event loop gets a turn. */
const SLICE = 50;

/**
 * Imports a file in which rows with the same key are one thing for the outbox; a refused row refuses its group. Every
 * group is checked before the first is saved; called off before that, nothing is saved.
 */
export async function importPackages<Row extends { readonly record: ImportRecord }>(
  deps: PackageImportDeps,
  file: {
    readonly records: RecordSource;
    readonly progress: ImportProgress;
    readonly reading: Reading<Row>;
    /** The inner result is what to save or the refused row; the outer error ends the whole import. */
    readonly compose: (rows: RowGroup<Row>['rows']) => Promise<Result<Result<SaveInput, RowProblem>, Problem>>;
  },
): Promise<Result<null, Problem>> {
  const { records, progress, reading, compose } = file;
  const groups = await collectGroups(records, progress, reading);
  if (!groups.ok) return groups;
  const packages: PackageToSave[] = [];
  for (const [index, group] of groups.value.entries()) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const made = await compose(group.rows);
    if (!made.ok) return made;
    if (made.value.ok) packages.push({ group, input: made.value.value });
    else group.refuse(made.value.error);
    progress.at('checking', index + 1, groups.value.length);
    if (index % SLICE === SLICE - 1) await nextTurn();
  }
  if (!progress.commit()) return err({ code: 'job-cancelled' });
  return savePackages(deps, packages, progress);
}
