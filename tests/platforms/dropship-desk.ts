import { createWechatDropship } from '../../electron/services/platforms/wechat-dropship/client.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { CorrectPayload, SendPayload } from '../../shared/domain/shipment.ts';
import { type DeskOptions, startPlatformDesk } from './platform-desk.ts';

/** The supplier's client in front of the practice platform. */
export const startDropshipDesk = (options: DeskOptions = {}) =>
  startPlatformDesk('wechat-dropship', createWechatDropship, { orders: 0, further: 40, ...options });

/** Everything that is left in a practice order as one parcel. */
export function wholeDropshipParcel(order: PracticeOrderView, more: Partial<SendPayload> = {}): SendPayload {
  return {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole: true,
    deliver: label(order.orderId),
    items: order.items
      .filter((item) => item.left > 0)
      .map(({ productId, skuId, left }) => ({ productId, skuId, quantity: left })),
    ...more,
  };
}

/** A ZTO label of its own for each order. */
export const label = (orderId: string, nth = 0) =>
  ({
    type: 'courier',
    carrierCode: 'ZTO',
    carrierName: '中通快递',
    waybill: `78${nth}${orderId.slice(-11).padStart(11, '0')}`,
  }) as const;

type Side = CorrectPayload['from'];

/** From one label of a sent parcel to another. */
export const correctionOf = (sent: SendPayload, from: Side, to: Side): CorrectPayload => ({
  version: 1,
  kind: 'correct',
  orderId: sent.orderId,
  whole: sent.whole,
  from,
  to,
  items: sent.items,
});

export const side = (carrierCode: string, waybill: string): Side => ({ carrierCode, carrierName: '', waybill });
