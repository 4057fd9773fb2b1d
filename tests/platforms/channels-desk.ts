import { createWechatChannels } from '../../electron/services/platforms/wechat-channels/client.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { type DeskOptions, startPlatformDesk } from './platform-desk.ts';

/** The Channels client in front of the practice platform. */
export const startDesk = (options: DeskOptions = {}) =>
  startPlatformDesk('wechat-channels', createWechatChannels, options);
export type Desk = Awaited<ReturnType<typeof startDesk>>;

/** Everything that is left in a practice order as one parcel. */
export function wholeParcel(order: PracticeOrderView, more: Partial<SendPayload> = {}): SendPayload {
  const items = order.items
    .filter((item) => item.left > 0)
    .map(({ productId, skuId, left, serial }) => ({
      productId,
      skuId,
      quantity: left,
      ...(serial === null ? {} : { serialNumbers: [{ serialNumber: serial.serialNumber, imei1: serial.imei1 }] }),
    }));
  return {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole: true,
    deliver: { type: 'courier', carrierCode: 'ZTO', carrierName: '中通快递', waybill: waybillFor(order.orderId) },
    items,
    ...more,
  };
}

/** A ZTO number of its own for each order. */
export const waybillFor = (orderId: string, nth = 0): string => `78${nth}${orderId.slice(-11).padStart(11, '0')}`;
