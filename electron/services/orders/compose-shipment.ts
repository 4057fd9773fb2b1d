import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { ImportColumn } from '../../../shared/domain/import-columns.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { composeRefusal } from '../../../shared/domain/platforms/compose-check.ts';
import { leavesInParts, payloadWaybill, type SendPayload } from '../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { guessedCarrier, namedCarrier } from './find-carrier.ts';
import { itemsOfPackage } from './package-items.ts';
import { rowProblem } from './row-fields.ts';
import type { ShipmentRow } from './shipment-rows.ts';
import { isToPack, type KnownOp, remaining, remainingPieces } from './shippable.ts';

/** What is known when one package of a file is put together. */
export type ShipmentContext = {
  readonly order: Order;
  /** Everything saved for the order, and what this file has put together for it so far. */
  readonly ops: readonly KnownOp[];
  readonly carriers: readonly Carrier[];
};
export type ComposedShipment = { readonly payload: SendPayload; readonly carrierName: string };

/** Puts the rows of one package together, or says which row is wrong and why. */
export function composeShipment(
  { order, ops, carriers }: ShipmentContext,
  rows: readonly [ShipmentRow, ...ShipmentRow[]],
): Result<ComposedShipment, RowProblem> {
  const [first] = rows;
  const refuse = (
    column: ImportColumn,
    reason: RowProblem['reason'],
    detail = '',
    row = first,
  ): Result<never, RowProblem> => err(rowProblem(row.record, column, reason, detail));
  if (isSaved(order, ops, first.waybill)) return refuse('waybill', 'duplicate');
  if (!isToPack(order)) return refuse('order_id', 'not-possible', order.status);
  if (order.flags[0] !== undefined) return refuse('order_id', 'not-possible', order.flags[0]);
  const odd = rows.find((row) => row.deliver !== first.deliver || row.carrier !== first.carrier);
  if (odd !== undefined)
    return refuse(odd.carrier === first.carrier ? 'deliver_type' : 'carrier', 'inconsistent', '', odd);
  const items = itemsOfPackage(order, remaining(order, ops), rows);
  if (!items.ok) return refuse(items.error.column, items.error.reason, '', items.error.row);
  const deliver = composeDelivery(order, first, carriers);
  if (!deliver.ok) return refuse(deliver.error.column, deliver.error.reason);
  const pieces = items.value.reduce((sum, item) => sum + item.quantity, 0);
  const whole = pieces === remainingPieces(remaining(order, []));
  const payload: SendPayload = {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole,
    ...(leavesInParts(order, whole) ? { split: true } : {}),
    deliver: deliver.value,
    items: [...items.value],
  };
  const refusal = composeRefusal(order, payload);
  if (refusal !== null)
    return err({ ...rowProblem(first.record, 'waybill', 'rule', refusal.rule), value: refusal.detail.slice(0, 200) });
  return ok({ payload, carrierName: deliver.value.type === 'courier' ? deliver.value.carrierName : '' });
}

/** True when the same package is saved here or shown by the platform; without a waybill, an order has one package. */
function isSaved(order: Order, ops: readonly KnownOp[], waybill: string): boolean {
  if (waybill !== '' && order.parcels.some((parcel) => normaliseWaybill(parcel.waybill) === waybill)) return true;
  return ops.some(
    ({ state, payload }) => state !== 'cancelled' && payload.kind === 'send' && payloadWaybill(payload) === waybill,
  );
}

type DeliveryProblem = { readonly column: ImportColumn; readonly reason: RowProblem['reason'] };

function composeDelivery(
  order: Order,
  row: ShipmentRow,
  carriers: readonly Carrier[],
): Result<SendPayload['deliver'], DeliveryProblem> {
  const wanted = row.deliver ?? (order.deliverMethod !== 'courier' && row.waybill === '' ? 'none' : 'courier');
  if (wanted === 'none') return ok({ type: 'none', ...(row.course === null ? {} : { courseInfo: row.course }) });
  if (row.course !== null) return err({ column: 'course_appid', reason: 'inconsistent' });
  if (row.waybill === '') return err({ column: 'waybill', reason: 'missing' });
  const carrier = row.carrier === '' ? guessedCarrier(row.waybill, carriers) : namedCarrier(row.carrier, carriers);
  if (!carrier.ok) return err({ column: 'carrier', reason: carrier.error });
  return ok({
    type: 'courier',
    carrierCode: carrier.value.code,
    carrierName: carrier.value.name,
    waybill: row.waybill,
  });
}
