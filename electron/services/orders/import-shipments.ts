import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportColumn } from '../../../shared/domain/import-columns.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { type ComposedShipment, composeShipment } from './compose-shipment.ts';
import type { ImportProgress, RecordSource } from './import-progress.ts';
import { type PackageImportDeps, type PackageToSave, savePackages } from './save-packages.ts';
import { collectGroups, type RowGroup } from './row-groups.ts';
import { rowProblem } from './row-fields.ts';
import { readShipmentRow, type ShipmentRow } from './shipment-rows.ts';
import type { KnownOp } from './shippable.ts';

/** Packages checked before the event loop gets a turn. */
const SLICE = 50;

/**
 * Imports a shipment file: rows with the same shop, order and waybill are one package, and a refused row refuses its
 * package. Every package is checked before the first is saved; called off before that, nothing is saved. A file that was
 * cut short while saving can be imported again: what is in is refused as a duplicate.
 */
export async function importShipments(
  deps: PackageImportDeps,
  records: RecordSource,
  operator: string,
  progress: ImportProgress,
): Promise<Result<null, Problem>> {
  const groups = await collectGroups(records, progress, {
    read: readShipmentRow,
    keyOf: (row) => [row.shop, row.orderId, row.waybill],
    rawKeyOf: ({ cells }) => [cells.shop ?? '', cells.order_id ?? '', normaliseWaybill(cells.waybill ?? '')],
  });
  if (!groups.ok) return groups;
  const packages = await composeAll(deps, groups.value, operator, progress);
  if (!packages.ok) return packages;
  if (!progress.commit()) return err({ code: 'job-cancelled' });
  return savePackages(deps, packages.value, progress);
}

async function composeAll(
  deps: PackageImportDeps,
  groups: readonly RowGroup<ShipmentRow>[],
  operator: string,
  progress: ImportProgress,
): Promise<Result<readonly PackageToSave[], Problem>> {
  const packages: PackageToSave[] = [];
  const composed = new Map<string, KnownOp[]>();
  const waybills = new Map<string, string>();
  for (const [index, group] of groups.entries()) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const made = await composeGroup(deps, group.rows, { composed, waybills });
    if (!made.ok) return made;
    if (made.value.ok) packages.push({ group, input: { ...made.value.value, operator } });
    else group.refuse(made.value.error);
    progress.at('checking', index + 1, groups.length);
    if (index % SLICE === SLICE - 1) await nextTurn();
  }
  return ok(packages);
}

/** What the file itself has claimed so far: pieces of orders, and waybills. */
type Claimed = { readonly composed: Map<string, KnownOp[]>; readonly waybills: Map<string, string> };

/** The inner result is the package or its refused row; the outer error ends the whole import. */
async function composeGroup(
  deps: PackageImportDeps,
  rows: RowGroup<ShipmentRow>['rows'],
  { composed, waybills }: Claimed,
): Promise<Result<Result<ComposedShipment & { readonly shopId: string }, RowProblem>, Problem>> {
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
  return ok(ok({ shopId: shop.id, ...made.value }));
}
