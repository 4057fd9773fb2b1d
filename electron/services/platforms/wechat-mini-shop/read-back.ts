import type { Order } from '../../../../shared/domain/order.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import type { ReadBack } from '../platform.ts';
import { judgeReadBack } from '../wechat/read-back.ts';
import { isSplit } from './wire.ts';

/**
 * What an order, freshly read, proves about one shipment. A same-city or pick-up order has no number to compare: once it is
 * shipped in full and no parcel of it went by courier, what we asked for has happened. Pure; null where nothing is proven.
 */
export function judgeMiniShop(order: Order, payload: SendPayload): ReadBack | null {
  const inFull = order.status === 'shipped' || order.status === 'done';
  const withoutCourier = payload.deliver.type === 'none' && order.parcels.every((parcel) => parcel.waybill === '');
  if (inFull && withoutCourier && !isSplit(payload)) return { kind: 'ours' };
  return judgeReadBack(order, payload);
}
