import { createHttpRequest } from '../../electron/services/platforms/http/http-request.ts';
import type { Account, Charge } from '../../electron/services/platforms/platform.ts';
import { createVvTool } from '../../electron/services/platforms/vv-tool/client.ts';
import type { Clock } from '../../electron/services/ports.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import { credentialsOf, practiceShop } from '../../electron/training/practice/practice-shops.ts';
import type { OrderKind } from '../../electron/training/practice/practice-order.ts';
import type { VvChange, VvView } from '../../electron/training/vv-tool/vv-desk.ts';
import type { TrainingOptions } from '../../electron/training/start-training-server.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { startTraining } from '../support/training.ts';
import { rememberingLog } from '../unit/platforms/quiet-deps.ts';

/** A clock that runs, and that a test may push forward. */
export function pushedClock(): Clock & { readonly pass: (ms: number) => void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    monotonic: () => performance.now() + ahead,
    at: (delayMs, task) => {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    pass: (ms) => {
      ahead += ms;
    },
  };
}

async function callVvDesk(adminUrl: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<VvView> {
  const response = await fetch(`${adminUrl}/__training/vv-tool${path}`, {
    method,
    headers: { 'x-training': '1', connection: 'close' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as VvView;
}

/** Changes what the practice aggregator is set to: its pace, points, authorisation. */
export const changeVvDesk = (adminUrl: string, what: VvChange): Promise<VvView> =>
  callVvDesk(adminUrl, 'POST', '/change', what);

type DeskOptions = Omit<TrainingOptions, 'now'> & { readonly callsPerSecond?: number };

/** The vv-tool client in front of the practice platform. Faster than the real pace unless a test asks for it. */
export async function startVvDesk({ callsPerSecond, ...options }: DeskOptions = {}) {
  const clock = pushedClock();
  const training = await startTraining({ orders: 0, ...options, now: () => clock.now() });
  const log = rememberingLog();
  const charges: Charge[] = [];
  const platform = createVvTool({
    http: createHttpRequest(),
    clock,
    log,
    resolveProxy: async () => null,
    onCharge: (charge) => charges.push(charge),
    ...(callsPerSecond === undefined ? { callsPerSecond: 10_000, limitPerSecond: 10_000 } : { callsPerSecond }),
  });
  const account: Account = {
    shopId: 'shop-taobao',
    baseUrl: training.baseUrl,
    credentials: credentialsOf(practiceShop('taobao')),
  };
  const change = (what: VvChange): Promise<VvView> => changeVvDesk(training.adminUrl, what);
  if (callsPerSecond === undefined) await change({ ratePerSecond: 100_000 });
  return {
    clock,
    log,
    charges,
    platform,
    training,
    desk: training.desk,
    account,
    view: () => callVvDesk(training.adminUrl, 'GET', ''),
    change,
    /** A new practice trade of a kind. */
    trade: async (kind: OrderKind = 'single'): Promise<PracticeOrderView> => {
      const [order] = await training.desk.addOrders({ count: 1, kind, shop: 'taobao' });
      if (order === undefined) throw new Error('no trade added');
      return order;
    },
    stop: training.stop,
  };
}
export type VvPractice = Awaited<ReturnType<typeof startVvDesk>>;

/** The numbers of a trade's child orders, in the order of its goods. */
export const childNumbers = (order: PracticeOrderView): readonly string[] =>
  order.items.map((_, index) =>
    order.items.length === 1 ? order.orderId : String(BigInt(order.orderId) + BigInt(index + 1)),
  );

/** What is left of a trade as one parcel; `only` takes some of its goods by position. */
export function parcelOf(
  order: PracticeOrderView,
  { only, ...more }: Partial<SendPayload> & { readonly only?: readonly number[] } = {},
): SendPayload {
  const numbers = childNumbers(order);
  const items = order.items.flatMap(({ productId, skuId, left, quantity }, index) =>
    (only === undefined ? left > 0 : only.includes(index))
      ? [{ productId, skuId, quantity: left > 0 ? left : quantity, childOrderId: numbers[index] ?? '' }]
      : [],
  );
  return {
    version: 1,
    kind: 'send',
    orderId: order.orderId,
    whole: only === undefined,
    deliver: { type: 'courier', carrierCode: 'ZTO', carrierName: '中通快递', waybill: waybillFor(order.orderId) },
    items,
    ...more,
  };
}

/** A ZTO number of its own for each trade. */
export const waybillFor = (orderId: string, nth = 0): string => `78${nth}${orderId.slice(-11).padStart(11, '0')}`;
