import { expect, test } from 'vitest';
import { courier, packageOf, waybillFor } from './douyin-desk.ts';
import { openDouyinOutbox } from './douyin-outbox.ts';

const TIME = 60_000;

test(
  '100 orders in one call with mixed answers: each op ends as its own answer says, by the gateway’s ledger',
  async () => {
    const desk = await openDouyinOutbox({ settings: { 'outbox.ordersPerCall': 100 } });
    const plain = await desk.orders(80);
    const orders = [...plain, ...(await desk.orders(10, 'after-sale')), ...(await desk.orders(10, 'risk'))];
    const badNumber = (index: number): boolean => index < 80 && index % 4 === 1;
    const taken = (index: number): boolean => index < 80 && index % 4 === 3;
    const payloads = orders.map((order, index) =>
      packageOf(order, badNumber(index) ? { deliver: courier('shunfeng', '', waybillFor(order.orderId)) } : {}),
    );
    for (const [index, { orderId }] of payloads.entries())
      if (taken(index))
        await desk.desk.changeOrder(orderId, {
          shipElsewhere: { carrier: 'YTO', waybill: `YT${orderId.slice(-13)}` },
        });
    await desk.save(payloads);
    await desk.outbox.drain({ untilIdle: false, timeoutMs: 30_000 });
    const expected = payloads.map((_, index) =>
      index >= 80 ? 'held' : badNumber(index) ? 'rejected' : taken(index) ? 'conflict' : 'shipped',
    );
    expect(desk.states(payloads)).toEqual(expected);
    expect(await desk.callSizes()).toEqual([100]);
    expect(await desk.timesShipped(payloads)).toEqual(expected.map((state) => (state === 'shipped' ? 1 : 0)));
    expect(desk.outbox.conservation()).toMatchObject({ balanced: true });
  },
  TIME,
);

test(
  'a batch that was applied and never answered is looked up order by order, and nothing is sent again',
  async () => {
    const desk = await openDouyinOutbox({ takesRepeats: true, settings: { 'outbox.callTimeoutMs': 400 } });
    const payloads = (await desk.orders(20)).map((order) => packageOf(order));
    await desk.desk.setFault({ mode: 'silent-after', calls: ['send'], count: 1 });
    await desk.save(payloads);
    const { timedOut } = await desk.outbox.drain({ untilIdle: true, timeoutMs: 30_000 });
    expect({ timedOut, sizes: await desk.callSizes() }).toEqual({ timedOut: false, sizes: [20] });
    expect(new Set(desk.states(payloads))).toEqual(new Set(['shipped']));
    expect(new Set(await desk.timesShipped(payloads))).toEqual(new Set([1]));
    for (const { orderId } of payloads)
      expect((await desk.desk.summary(orderId)).requests.read, orderId).toBeGreaterThan(0);
  },
  TIME,
);

test.each(['bad-gateway-before', 'reset-before', 'busy', 'answer'] as const)(
  'a batch that ended with %s and was not applied goes order by order, after two looks at each',
  async (mode) => {
    const desk = await openDouyinOutbox({ takesRepeats: true });
    const payloads = (await desk.orders(6)).map((order) => packageOf(order));
    await desk.desk.setFault({ mode, calls: ['send'], count: 1, ...(mode === 'answer' ? { code: 9_909_001 } : {}) });
    await desk.save(payloads);
    const { timedOut } = await desk.outbox.drain({ untilIdle: true, timeoutMs: 30_000 });
    expect({ timedOut, sizes: await desk.callSizes() }).toEqual({ timedOut: false, sizes: [6, 1, 1, 1, 1, 1, 1] });
    expect(new Set(desk.states(payloads))).toEqual(new Set(['shipped']));
    expect(new Set(await desk.timesShipped(payloads))).toEqual(new Set([1]));
    for (const { orderId } of payloads)
      expect((await desk.desk.summary(orderId)).requests.read, orderId).toBeGreaterThanOrEqual(2);
  },
  TIME,
);

test(
  'a package that refuses a refund, and a part of an order, have a call of their own beside the batch',
  async () => {
    const desk = await openDouyinOutbox();
    const payloads = (await desk.orders(5)).map((order) => packageOf(order));
    const refusing = packageOf(await desk.order('after-sale'), { rejectRefund: true });
    const part = packageOf(await desk.order('split'), { only: [0] });
    await desk.save([refusing, ...payloads, part]);
    await desk.outbox.drain({ untilIdle: true, timeoutMs: 30_000 });
    expect((await desk.callSizes()).toSorted((a, b) => a - b)).toEqual([1, 1, 5]);
    expect(new Set(desk.states([refusing, ...payloads, part]))).toEqual(new Set(['shipped']));
  },
  TIME,
);
