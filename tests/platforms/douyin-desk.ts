import { createDouyinFengchao } from '../../electron/services/platforms/douyin-fengchao/client.ts';
import { createHttpRequest } from '../../electron/services/platforms/http/http-request.ts';
import type { Account } from '../../electron/services/platforms/platform.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { OrderKind } from '../../electron/training/practice/practice-order.ts';
import { credentialsOf, practiceShop } from '../../electron/training/practice/practice-shops.ts';
import type { TrainingOptions } from '../../electron/training/start-training-server.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { startTraining } from '../support/training.ts';
import { rememberingLog, standingClock } from '../unit/platforms/quiet-deps.ts';

type DeskOptions = Omit<TrainingOptions, 'now'> & { readonly serverClock?: () => number };

/** The Douyin client in front of the practice gateway, on one clock unless the server gets its own. */
export async function startDouyinDesk({ serverClock, ...options }: DeskOptions = {}) {
  const clock = standingClock(Date.now());
  const training = await startTraining({ orders: 0, ...options, now: serverClock ?? (() => clock.now()) });
  const log = rememberingLog();
  const platform = createDouyinFengchao({ http: createHttpRequest(), clock, log, resolveProxy: async () => null });
  const account: Account = {
    shopId: 'shop-douyin',
    baseUrl: training.baseUrl,
    credentials: credentialsOf(practiceShop('douyin')),
  };
  return {
    clock,
    log,
    platform,
    training,
    desk: training.desk,
    account,
    /** New practice orders of a kind. */
    orders: (count: number, kind: OrderKind = 'single'): Promise<PracticeOrderView[]> =>
      training.desk.addOrders({ count, kind, shop: 'douyin' }),
    order: async (kind: OrderKind = 'single'): Promise<PracticeOrderView> => {
      const [order] = await training.desk.addOrders({ count: 1, kind, shop: 'douyin' });
      if (order === undefined) throw new Error('no order added');
      return order;
    },
    stop: training.stop,
  };
}
export type DouyinPractice = Awaited<ReturnType<typeof startDouyinDesk>>;

/** The numbers of an order's child orders, in the order of its goods. */
export const childNumbers = (order: PracticeOrderView): readonly string[] =>
  order.items.map((_, index) =>
    order.items.length === 1 ? order.orderId : String(BigInt(order.orderId) + BigInt(index + 1)),
  );

/** What is left of an order as one package; `only` takes some of its goods by position. */
export function packageOf(
  order: PracticeOrderView,
  { only, ...more }: Partial<SendPayload> & { readonly only?: readonly number[] } = {},
): SendPayload {
  const numbers = childNumbers(order);
  const items = order.items.flatMap(({ productId, skuId, left, quantity, serial }, index) =>
    (only === undefined ? left > 0 : only.includes(index))
      ? [
          {
            productId,
            skuId,
            quantity: left > 0 ? left : quantity,
            childOrderId: numbers[index] ?? '',
            ...(serial === null ? {} : { serialNumbers: [{ ...serial }] }),
          },
        ]
      : [],
  );
  return {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole: only === undefined,
    deliver: courier('zhongtong', '中通快递', waybillFor(order.orderId)),
    items,
    ...more,
  };
}

export const courier = (carrierCode: string, carrierName: string, waybill: string) =>
  ({ type: 'courier', carrierCode, carrierName, waybill }) as const;

/** A ZTO number of its own for each order. */
export const waybillFor = (orderId: string, nth = 0): string => `78${nth}${orderId.slice(-11)}`;
