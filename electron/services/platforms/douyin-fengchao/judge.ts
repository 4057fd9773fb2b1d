import { sameCompany } from '../../../../shared/domain/carriers/carrier-table.ts';
import type { Order, ShippedParcel } from '../../../../shared/domain/order.ts';
import { sameGoods, stillShippable } from '../../../../shared/domain/platforms/compose-quantities.ts';
import { goesAsPack } from '../../../../shared/domain/platforms/douyin-fengchao/split.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import type { ReadBack } from '../platform.ts';

/**
 * What an order, freshly read, proves about one shipment (RELIABILITY T9–T11): ours is the parcel with our number, and
 * for a split order with our goods too. Null where nothing is proven. Pure.
 */
export function judgeSend(order: Order, payload: SendPayload): ReadBack | null {
  const { deliver } = payload;
  if (deliver.type !== 'courier') return null;
  const waybill = normaliseWaybill(deliver.waybill);
  const withNumber = order.parcels.filter((parcel) => parcel.waybill === waybill);
  const ours = withNumber.find((parcel) => sameCompany(order.platform, parcel.carrierCode, deliver.carrierCode));
  if (ours !== undefined) return judgeParcel(order, ours, payload);
  // Our number under another company is somebody's doing and not what was asked for.
  if (withNumber.length > 0) return foreign(order);
  switch (order.status) {
    case 'unpaid':
    case 'pending':
      return { kind: 'absent' };
    case 'to-ship':
    case 'part-shipped':
      return stillShippable(order, payload.items) ? { kind: 'absent' } : foreign(order);
    case 'shipped':
    case 'done':
      // "Shipped" without any number may be our own shipment.
      return order.parcels.length > 0 ? foreign(order) : null;
    case 'closed':
      return foreign(order);
    case 'unknown':
      return null;
  }
}

const foreign = (order: Order): ReadBack => ({ kind: 'foreign', parcels: order.parcels, rawStatus: order.rawStatus });

function judgeParcel(order: Order, parcel: ShippedParcel, payload: SendPayload): ReadBack | null {
  if (!goesAsPack(payload)) return { kind: 'ours' };
  // Without its goods a parcel of a split order cannot be told from half of itself.
  if (parcel.items.length === 0) return null;
  return sameGoods(parcel.items, payload.items) ? { kind: 'ours' } : foreign(order);
}
