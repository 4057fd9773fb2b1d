import { createWechatChannels } from '../../electron/services/platforms/wechat-channels/client.ts';
import { createHttpRequest } from '../../electron/services/platforms/http/http-request.ts';
import type { Account } from '../../electron/services/platforms/platform.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { rememberingLog, standingClock } from '../unit/platforms/quiet-deps.ts';
import { startTraining, type Training } from '../support/training.ts';
import type { TrainingOptions } from '../../electron/training/start-training-server.ts';

/** The Channels client in front of the practice platform, both on one clock that a test moves. */
export async function startDesk(options: Omit<TrainingOptions, 'now'> = {}) {
  const clock = standingClock(Date.now());
  const training: Training = await startTraining({ ...options, now: () => clock.now() });
  const log = rememberingLog();
  const platform = createWechatChannels({
    http: createHttpRequest(),
    clock,
    log,
    resolveProxy: async () => null,
  });
  const shops = await training.desk.shops();
  const accountOf = (appId: string): Account => {
    const shop = shops.find((candidate) => candidate.appId === appId);
    if (shop === undefined) throw new Error(`no practice shop ${appId}`);
    const { baseUrl, appSecret } = shop;
    return { shopId: `shop-${appId}`, baseUrl, credentials: { appId, appSecret } };
  };
  return { clock, log, platform, training, desk: training.desk, shops, accountOf, stop: training.stop };
}
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
