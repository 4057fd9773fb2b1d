import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportColumn } from '../../../shared/domain/import-columns.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { composeShipment } from './compose-shipment.ts';
import type { ImportProgress, RecordSource } from './import-progress.ts';
import { importPackages } from './import-packages.ts';
import type { PackageImportDeps, SaveInput } from './save-packages.ts';
import type { RowGroup } from './row-groups.ts';
import { rowProblem } from './row-fields.ts';
import { readShipmentRow, type ShipmentRow } from './shipment-rows.ts';
import type { KnownOp } from './shippable.ts';

/**
 * Imports a shipment file: rows with the same shop, order and waybill are one package, and a refused row refuses its
 * package. Every package is checked before the first is saved; called off before that, nothing is saved. A file that was
 * cut short while saving can be imported again: what is in is refused as a duplicate.
 */
export function importShipments(
  deps: PackageImportDeps,
  records: RecordSource,
  operator: string,
  progress: ImportProgress,
): Promise<Result<null, Problem>> {
  const claimed: Claimed = { composed: new Map(), waybills: new Map() };
  return importPackages(deps, {
    ...{ records, progress },
    reading: {
      read: readShipmentRow,
      keyOf: (row) => [row.shop, row.orderId, row.waybill],
      rawKeyOf: ({ cells }) => [cells.shop ?? '', cells.order_id ?? '', normaliseWaybill(cells.waybill ?? '')],
    },
    compose: (rows) => composeGroup(deps, rows, { ...claimed, operator }),
  });
}

/** What the file itself has claimed so far: pieces of orders, and waybills. */
type Claimed = { readonly composed: Map<string, KnownOp[]>; readonly waybills: Map<string, string> };

async function composeGroup(
  deps: PackageImportDeps,
  rows: RowGroup<ShipmentRow>['rows'],
  { composed, waybills, operator }: Claimed & { readonly operator: string },
): Promise<Result<Result<SaveInput, RowProblem>, Problem>> {
  const [{ shop: name, orderId, waybill, record }] = rows;
  const refuse = (column: ImportColumn, reason: RowProblem['reason'], detail = '') =>
    ok(err(rowProblem(record, column, reason, detail)));
  const shop = deps.shops.find(name);
  if (shop === null) return refuse('shop', 'unknown-shop');
  const order = deps.orders.get(shop.id, orderId);
  if (order === null) return refuse('order_id', 'unknown-order');
  const key = `${shop.id}/${orderId}`;
  const inFile = waybills.get(waybill) ?? key;
  if (inFile !== key) return refuse('waybill', 'waybill-used', inFile.slice(inFile.indexOf('/') + 1));
  const user = deps.outbox.waybillUse(waybill);
  if (user !== null && `${user.shopId}/${user.orderId}` !== key) return refuse('waybill', 'waybill-used', user.orderId);
  const shown = deps.orders.findByCode(waybill).find((other) => other.orderId !== waybill);
  if (shown !== undefined && shown.orderId !== orderId) return refuse('waybill', 'waybill-used', shown.orderId);
  const carriers = await deps.carriers(shop.id);
  if (!carriers.ok) return carriers;
  const here = composed.get(key) ?? [];
  const ops = [...deps.outbox.opsOfOrder(shop.id, orderId), ...here];
  const made = composeShipment({ order, ops, carriers: carriers.value }, rows);
  if (!made.ok) return ok(made);
  composed.set(key, [...here, { id: '', state: 'ready', payload: made.value.payload }]);
  if (waybill !== '') waybills.set(waybill, key);
  return ok(ok({ shopId: shop.id, operator, ...made.value }));
}
