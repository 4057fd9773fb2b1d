import { sameCompany } from '../../../../shared/domain/carriers/carrier-table.ts';
import { shippableQuantity, type Order, type ShippedParcel } from '../../../../shared/domain/order.ts';
import { linesOfSku, quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
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
  const parcel = order.parcels.find((candidate) => isOurs(candidate, payload));
  if (parcel !== undefined) {
    if (payload.whole && payload.deliver.type === 'courier') return { kind: 'ours' };
    // Without its goods a parcel of a split order cannot be told from half of itself.
    if (parcel.items.length === 0) return null;
    return sameGoods(parcel, payload) ? { kind: 'ours' } : foreign(order);
  }
  const waybill = payload.deliver.type === 'courier' ? normaliseWaybill(payload.deliver.waybill) : null;
  // Our number under another company is somebody's doing and not what was asked for.
  if (waybill !== null && order.parcels.some((candidate) => candidate.waybill === waybill)) return foreign(order);
  switch (order.status) {
    case 'to-ship':
    case 'part-shipped':
      return stillShippable(order, payload) ? { kind: 'absent' } : foreign(order);
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

const isOurs = (parcel: ShippedParcel, { deliver }: SendPayload): boolean =>
  deliver.type === 'courier'
    ? parcel.waybill === normaliseWaybill(deliver.waybill) &&
      sameCompany('wechat-channels', parcel.carrierCode, deliver.carrierCode)
    : parcel.waybill === '';

function sameGoods(parcel: ShippedParcel, payload: SendPayload): boolean {
  const shipped = quantitiesPerSku(parcel.items);
  const packed = quantitiesPerSku(payload.items);
  return (
    shipped.length === packed.length &&
    packed.every((sku) =>
      shipped.some(
        (item) => item.productId === sku.productId && item.skuId === sku.skuId && item.quantity === sku.quantity,
      ),
    )
  );
}

/** Goods that are still there were not shipped by anybody. */
const stillShippable = (order: Order, payload: SendPayload): boolean =>
  quantitiesPerSku(payload.items).every(
    (sku) => linesOfSku(order, sku).reduce((left, line) => left + shippableQuantity(line), 0) >= sku.quantity,
  );

/** Both numbers, or neither, means that something else happened to the order. */
function judgeCorrection(order: Order, { from, to }: CorrectPayload): ReadBack {
  const has = (side: CorrectPayload['from']): boolean =>
    order.parcels.some(
      (parcel) =>
        parcel.waybill === normaliseWaybill(side.waybill) &&
        sameCompany('wechat-channels', parcel.carrierCode, side.carrierCode),
    );
  const hasNew = has(to);
  const hasOld = has(from);
  if (hasNew && !hasOld) return { kind: 'ours' };
  return hasOld && !hasNew ? { kind: 'absent' } : foreign(order);
}
