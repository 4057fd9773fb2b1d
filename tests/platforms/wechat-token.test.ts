import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDesk, wholeParcel, type Desk } from './channels-desk.ts';

let practice: Desk;
beforeAll(async () => {
  practice = await startDesk({ orders: 0, tokenLifeS: 7_200 });
});
beforeEach(async () => {
  await practice.desk.clearFaults();
  practice.clock.pass(31_000);
});
afterAll(() => practice.stop());

const fresh = async (code?: number) => {
  const [order] = await practice.desk.addOrders({ count: 1, kind: 'single', shop: 'living' });
  if (order === undefined) throw new Error('no order added');
  if (code !== undefined)
    await practice.desk.setFault({ mode: 'answer', code, scope: order.orderId, calls: ['send'], count: 1 });
  return order;
};
const send = (order: Awaited<ReturnType<typeof fresh>>) =>
  practice.platform.send(practice.accountOf(order.appId), wholeParcel(order), 3_000);

test.each([40001, 40014, 42001])('token code %i: one renewal, one more request, applied once', async (code) => {
  const order = await fresh(code);
  expect(await send(order)).toMatchObject({ verdict: { kind: 'applied' }, code: '0' });
  const { requests, applied } = await practice.desk.summary(order.orderId);
  expect([requests.send, applied.send]).toEqual([2, 1]);
});

test('a token refused again at once waits instead of forcing a second renewal', async () => {
  expect((await send(await fresh(40001))).verdict.kind).toBe('applied');
  expect((await send(await fresh(40001))).verdict.kind).toBe('retry');
});

test('a token that died while the machine slept is renewed in passing', async () => {
  await send(await fresh());
  practice.clock.pass(7_300_000);
  const order = await fresh();
  expect((await send(order)).verdict).toEqual({ kind: 'applied' });
  expect((await practice.desk.summary(order.orderId)).requests.send).toBe(1);
});
