import { sameCompany } from '../../../../shared/domain/carriers/carrier-table.ts';
import type { Order, ShippedParcel } from '../../../../shared/domain/order.ts';
import { sameGoods, stillShippable } from '../../../../shared/domain/platforms/compose-quantities.ts';
import type { CorrectPayload, OpPayload, SendPayload } from '../../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import type { ReadBack } from '../platform.ts';

/**
 * What an order, freshly read, proves about one op (RELIABILITY T9–T11); null where it proves nothing, so that the look
 * is repeated and in the end a person decides. Pure.
 */
export const judgeReadBack = (order: Order, payload: OpPayload): ReadBack | null =>
  payload.kind === 'send' ? judgeSend(order, payload) : judgeCorrection(order, payload);

function judgeSend(order: Order, payload: SendPayload): ReadBack | null {
  const parcel = order.parcels.find((candidate) => isOurs(order, candidate, payload));
  if (parcel !== undefined) {
    if (payload.whole && payload.deliver.type === 'courier') return { kind: 'ours' };
    // Without its goods a parcel of a split order cannot be told from half of itself.
    if (parcel.items.length === 0) return null;
    return sameGoods(parcel.items, payload.items) ? { kind: 'ours' } : foreign(order);
  }
  const waybill = payload.deliver.type === 'courier' ? normaliseWaybill(payload.deliver.waybill) : null;
  // Our number under another company is somebody's doing and not what was asked for.
  if (waybill !== null && order.parcels.some((candidate) => candidate.waybill === waybill)) return foreign(order);
  switch (order.status) {
    case 'to-ship':
    case 'part-shipped':
      return stillShippable(order, payload.items) ? { kind: 'absent' } : foreign(order);
    case 'unpaid':
    case 'pending':
      return { kind: 'absent' };
    case 'shipped':
    case 'done':
    case 'closed':
      return foreign(order);
    case 'unknown':
      return null;
  }
}

const foreign = (order: Order): ReadBack => ({ kind: 'foreign', parcels: order.parcels, rawStatus: order.rawStatus });

/** A number the company of which the platform knows under another code of its own is the same parcel. */
const hasNumber = (
  { platform }: Order,
  parcel: ShippedParcel,
  side: { readonly carrierCode: string; readonly waybill: string },
): boolean =>
  parcel.waybill === normaliseWaybill(side.waybill) && sameCompany(platform, parcel.carrierCode, side.carrierCode);

const isOurs = (order: Order, parcel: ShippedParcel, { deliver }: SendPayload): boolean =>
  deliver.type === 'courier' ? hasNumber(order, parcel, deliver) : parcel.waybill === '';

/**
 * Both numbers, or neither, means that something else happened to the order; so does one of them on a parcel with other
 * goods, for a correction may change the number alone.
 */
function judgeCorrection(order: Order, payload: CorrectPayload): ReadBack {
  const parcelWith = (side: CorrectPayload['from']): ShippedParcel | undefined =>
    order.parcels.find((parcel) => hasNumber(order, parcel, side));
  const [old, fresh] = [parcelWith(payload.from), parcelWith(payload.to)];
  const shown = old ?? fresh;
  if (shown === undefined || (old !== undefined && fresh !== undefined)) return foreign(order);
  if (shown.items.length > 0 && !sameGoods(shown.items, payload.items)) return foreign(order);
  return fresh === undefined ? { kind: 'absent' } : { kind: 'ours' };
}
