import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceReceiver } from '../../electron/training/practice/receiver.ts';
import { OrderSchema } from '../../shared/domain/order.ts';
import { DAY_MS } from '../../shared/kernel/time.ts';
import { startMiniDesk } from './mini-shop-desk.ts';
import type { PlatformDesk } from './platform-desk.ts';

let desk: PlatformDesk;
beforeAll(async () => {
  desk = await startMiniDesk({ further: 160 });
});
afterAll(() => desk.stop());

const account = () => {
  const [shop] = desk.shops;
  if (shop === undefined) throw new Error('no shop');
  return desk.accountOf(shop.appId);
};

test('all orders of the shop are pulled over windows and numbered pages, exactly once, ids exact', async () => {
  const window = { fromMs: desk.clock.now() - 30 * DAY_MS, toMs: desk.clock.now() };
  const listed = await desk.platform.listOrderIds?.(account(), window);
  if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
  const expected = (await desk.orders()).map((order) => order.orderId);
  expect(expected).toHaveLength(160);
  expect(listed.value.toSorted()).toEqual(expected.toSorted());
  expect(listed.value.some((id) => id.length === 19 && String(Number(id)) !== id)).toBe(true);
});

test('every practice order is read into our form, without its receiver', async () => {
  for (const kind of new Set((await desk.orders()).map((order) => order.kind))) {
    const view = await desk.take(kind);
    const read = await desk.platform.getOrder?.(account(), view.orderId);
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    const order = OrderSchema.parse(read.value);
    expect(order).toMatchObject({ orderId: view.orderId, platform: 'wechat-mini-shop' });
    expect(order.createdAt, kind).not.toBeNull();
    expect(order.updatedAt, kind).not.toBeNull();
    expect(order.lines.map((line) => line.quantity)).toEqual(view.items.map((item) => item.quantity));
    expect(order.lines.map((line) => line.barcode || line.skuCode)).toEqual(view.items.map((item) => item.barcode));
    expect(order.deliverMethod).toBe(kind === 'same-city' || kind === 'pickup' ? 'pickup' : 'courier');
    expect(order.flags).toEqual(kind === 'after-sale' ? ['after-sale'] : []);
    const receiver = practiceReceiver(view.orderId);
    for (const personal of [receiver.name, receiver.phone, receiver.street])
      expect(JSON.stringify(order)).not.toContain(personal);
  }
});

test('times are China’s, to the second', async () => {
  const view = await desk.take('single');
  const read = await desk.platform.getOrder?.(account(), view.orderId);
  const createdAt = read?.ok === true ? Date.parse(read.value.createdAt ?? '') : 0;
  expect(createdAt).toBeGreaterThan(desk.clock.now() - 7 * DAY_MS);
  expect(createdAt).toBeLessThan(desk.clock.now());
});

test('the carrier list is the mini-shop’s own', async () => {
  const carriers = await desk.platform.listCarriers?.(account());
  if (carriers?.ok !== true) throw new Error(JSON.stringify(carriers));
  expect(carriers.value.carriers).toContainEqual({ code: 'YD', name: '韵达速递' });
  expect(carriers.value.carriers.some(({ code }) => code === 'YUNDA')).toBe(false);
  expect(await desk.platform.checkConnection(account())).toMatchObject({
    ok: true,
    value: { carriers: carriers.value.carriers.length },
  });
});

test('an order nobody has, and a number that is none, do not exist', async () => {
  for (const id of ['1899999999999999999', 'A-17', '017'])
    expect(await desk.platform.getOrder?.(account(), id), id).toMatchObject({
      ok: false,
      error: { kind: 'not-found' },
    });
});
