import type { RowProblem } from '../../../shared/contract/job.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { ImportColumn } from '../../../shared/domain/import-columns.ts';
import { bringsWaybill } from '../../../shared/domain/op.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { elsewhere } from '../../../shared/messages/describe-row-problem.ts';
import { type CorrectPayload, payloadWaybill } from '../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ShipmentContext } from './compose-shipment.ts';
import type { CorrectionRow } from './correction-rows.ts';
import { guessedCarrier, namedCarrier } from './find-carrier.ts';
import { rowProblem } from './row-fields.ts';
import { type KnownOp, remaining, remainingPieces } from './shippable.ts';

type Parcel = Pick<CorrectPayload, 'items' | 'from'>;

/** Puts one waybill change together, or says which row is wrong and why. */
export function composeCorrection(
  { order, ops, carriers }: ShipmentContext,
  rows: readonly [CorrectionRow, ...CorrectionRow[]],
): Result<CorrectPayload, RowProblem> {
  const [first] = rows;
  const refuse = (
    column: ImportColumn,
    reason: RowProblem['reason'],
    detail = '',
    row = first,
  ): Result<never, RowProblem> => err(rowProblem(row.record, column, reason, detail));
  const odd = rows.find((row) => row.to !== first.to || row.toCarrier !== first.toCarrier);
  if (odd !== undefined) return refuse(odd.to === first.to ? 'new_carrier' : 'new_waybill', 'inconsistent', '', odd);
  const budget = capabilitiesOf(order.platform).corrections;
  if (budget === 0) return refuse('order_id', 'not-possible', elsewhere(order.platform));
  const parcel = sentParcel(order, ops, first.from);
  if (!parcel.ok) return refuse('old_waybill', 'not-possible', parcel.error);
  const foreign = rows.find(({ goods }) => goods !== null && !isInParcel(parcel.value, goods));
  if (foreign !== undefined) return refuse('sku_id', 'goods-not-in-order', '', foreign);
  const { from, items } = parcel.value;
  const named = first.fromCarrier === '' ? null : namedCarrier(first.fromCarrier, carriers);
  if (named !== null && !(named.ok && named.value.code === from.carrierCode))
    return refuse('old_carrier', 'inconsistent');
  const used = ops.filter(({ state, payload }) => payload.kind === 'correct' && !isWithdrawn(state)).length;
  if (used >= budget) return refuse('order_id', 'not-possible', `${used}/${budget}`);
  const to = newCarrier(first, carriers, from.carrierCode);
  if (!to.ok) return refuse('new_carrier', to.error);
  if (first.to === from.waybill && to.value.code === from.carrierCode) return refuse('new_waybill', 'duplicate');
  return ok({
    version: 1,
    kind: 'correct',
    orderId: order.orderId,
    whole: leftAsOne(order, ops),
    from,
    to: { carrierCode: to.value.code, carrierName: to.value.name, waybill: first.to },
    items,
  });
}

const isWithdrawn = (state: KnownOp['state']): boolean => state === 'cancelled' || state === 'rejected';

/** The parcel with a waybill, as we sent or corrected it, else as the platform shows it; the error says why there is none. */
function sentParcel(order: Order, ops: readonly KnownOp[], waybill: string): Result<Parcel, string> {
  const ours = ops.findLast(({ state, payload }) => !isWithdrawn(state) && payloadWaybill(payload) === waybill);
  if (ours !== undefined) {
    const { payload, state } = ours;
    if (!bringsWaybill({ kind: payload.kind, state })) return err(state);
    if (payload.kind === 'correct') return ok({ from: payload.to, items: payload.items });
    if (payload.deliver.type === 'none') return err('virtual');
    const { type: _, ...from } = payload.deliver;
    return ok({ from, items: payload.items });
  }
  const shown = order.parcels.find((parcel) => normaliseWaybill(parcel.waybill) === waybill);
  if (shown === undefined) return err('');
  const items = shown.items.filter((item) => item.quantity > 0);
  if (items.length === 0) return err('');
  return ok({ from: { carrierCode: shown.carrierCode, carrierName: shown.carrierName, waybill }, items });
}

const isInParcel = ({ items }: Parcel, goods: { readonly productId: string; readonly skuId: string }): boolean =>
  items.some(
    (item) =>
      (goods.productId === '' || item.productId === goods.productId) &&
      (goods.skuId === '' || item.skuId === goods.skuId),
  );

/** The carrier the row names; without one, the one the new waybill looks like, or the old one where nothing says otherwise. */
function newCarrier(
  row: CorrectionRow,
  carriers: readonly Carrier[],
  oldCode: string,
): Result<Carrier, RowProblem['reason']> {
  if (row.toCarrier !== '') return namedCarrier(row.toCarrier, carriers);
  const guessed = guessedCarrier(row.to, carriers);
  if (guessed.ok) return guessed;
  const old = carriers.find((carrier) => carrier.code === oldCode);
  return old !== undefined && guessed.error === 'missing' ? ok(old) : guessed;
}

/** True when everything that was to be shipped is in one parcel. */
function leftAsOne(order: Order, ops: readonly KnownOp[]): boolean {
  const sent = ops.filter(({ state, payload }) => payload.kind === 'send' && !isWithdrawn(state));
  return Math.max(order.parcels.length, sent.length) === 1 && remainingPieces(remaining(order, ops)) === 0;
}
