import { createWechatMiniShop } from '../../electron/services/platforms/wechat-mini-shop/client.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { type DeskOptions, startPlatformDesk } from './platform-desk.ts';

/** The mini-shop client in front of the practice platform. */
export const startMiniDesk = (options: DeskOptions = {}) =>
  startPlatformDesk('wechat-mini-shop', createWechatMiniShop, { orders: 0, further: 40, ...options });

/** Everything that is left in a practice order as one parcel; without a label where the buyer wants no courier. */
export function wholeMiniParcel(order: PracticeOrderView, more: Partial<SendPayload> = {}): SendPayload {
  const items = order.items
    .filter((item) => item.left > 0)
    .map(({ productId, skuId, left }) => ({ productId, skuId, quantity: left }));
  const handedOver = order.kind === 'same-city' || order.kind === 'pickup';
  return {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole: true,
    deliver: handedOver ? { type: 'none' } : courier(order.orderId),
    items,
    ...more,
  };
}

/** A ZTO label of its own for each order. */
export const courier = (orderId: string, nth = 0) =>
  ({
    type: 'courier',
    carrierCode: 'ZTO',
    carrierName: '中通快递',
    waybill: `78${nth}${orderId.slice(-11).padStart(11, '0')}`,
  }) as const;
