import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { composeCorrection } from './compose-correction.ts';
import { type CorrectionRow, readCorrectionRow } from './correction-rows.ts';
import type { ImportProgress, RecordSource } from './import-progress.ts';
import { collectGroups, type RowGroup } from './row-groups.ts';
import { rowProblem } from './row-fields.ts';
import { type PackageImportDeps, type PackageToSave, type SaveInput, savePackages } from './save-packages.ts';

/**
 * Imports a file of waybill changes. Rows with the same shop, order and old waybill are one change. Only parcels that
 * have left can be changed; everything is checked before the first change is saved.
 */
export async function importCorrections(
  deps: PackageImportDeps,
  records: RecordSource,
  operator: string,
  progress: ImportProgress,
): Promise<Result<null, Problem>> {
  const groups = await collectGroups(records, progress, {
    read: readCorrectionRow,
    keyOf: (row) => [row.shop, row.orderId, row.from],
    rawKeyOf: ({ cells }) => [cells.shop ?? '', cells.order_id ?? '', normaliseWaybill(cells.old_waybill ?? '')],
  });
  if (!groups.ok) return groups;
  const changes: PackageToSave[] = [];
  for (const [index, group] of groups.value.entries()) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const made = await composeGroup(deps, group, operator);
    if (!made.ok) return made;
    if (made.value.ok) changes.push({ group, input: made.value.value });
    else group.refuse(made.value.error);
    progress.at('checking', index + 1, groups.value.length);
  }
  if (!progress.commit()) return err({ code: 'job-cancelled' });
  return savePackages(deps, changes, progress);
}

/** The inner result is the change or its refused row; the outer error ends the whole import. */
async function composeGroup(
  deps: PackageImportDeps,
  { rows }: RowGroup<CorrectionRow>,
  operator: string,
): Promise<Result<Result<SaveInput, RowProblem>, Problem>> {
  const [{ shop: name, orderId, record }] = rows;
  const shop = deps.shops.find(name);
  if (shop === null) return ok(err(rowProblem(record, 'shop', 'unknown-shop')));
  const order = deps.orders.get(shop.id, orderId);
  if (order === null) return ok(err(rowProblem(record, 'order_id', 'unknown-order')));
  const carriers = await deps.carriers(shop.id);
  if (!carriers.ok) return carriers;
  const ops = deps.outbox.opsOfOrder(shop.id, orderId);
  const payload = composeCorrection({ order, ops, carriers: carriers.value }, rows);
  if (!payload.ok) return ok(payload);
  const { carrierName } = payload.value.to;
  return ok(ok({ shopId: shop.id, payload: payload.value, carrierName, operator }));
}
