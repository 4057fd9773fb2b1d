import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { composeCorrection } from './compose-correction.ts';
import { type CorrectionRow, readCorrectionRow } from './correction-rows.ts';
import type { ImportProgress, RecordSource } from './import-progress.ts';
import { importPackages } from './import-packages.ts';
import type { RowGroup } from './row-groups.ts';
import { rowProblem } from './row-fields.ts';
import type { PackageImportDeps, SaveInput } from './save-packages.ts';

/**
 * Imports a file of waybill changes. Rows with the same shop, order and old waybill are one change. Only parcels that
 * have left can be changed; everything is checked before the first change is saved.
 */
export const importCorrections = (
  deps: PackageImportDeps,
  records: RecordSource,
  operator: string,
  progress: ImportProgress,
): Promise<Result<null, Problem>> =>
  importPackages(deps, {
    ...{ records, progress },
    reading: {
      read: readCorrectionRow,
      keyOf: (row) => [row.shop, row.orderId, row.from],
      rawKeyOf: ({ cells }) => [cells.shop ?? '', cells.order_id ?? '', normaliseWaybill(cells.old_waybill ?? '')],
    },
    compose: (rows) => composeGroup(deps, rows, operator),
  });

async function composeGroup(
  deps: PackageImportDeps,
  rows: RowGroup<CorrectionRow>['rows'],
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
