import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceReceiver } from '../../electron/training/practice/receiver.ts';
import { partnerOf } from '../../electron/training/dropship/order-shape.ts';
import { OrderSchema } from '../../shared/domain/order.ts';
import { DAY_MS } from '../../shared/kernel/time.ts';
import { startDropshipDesk } from './dropship-desk.ts';
import type { PlatformDesk } from './platform-desk.ts';

let desk: PlatformDesk;
beforeAll(async () => {
  desk = await startDropshipDesk({ further: 240 });
});
afterAll(() => desk.stop());

const account = () => {
  const [shop] = desk.shops;
  if (shop === undefined) throw new Error('no shop');
  return desk.accountOf(shop.appId);
};

test('all orders of the supplier are pulled over windows and pages, exactly once, ids exact', async () => {
  const window = { fromMs: desk.clock.now() - 30 * DAY_MS, toMs: desk.clock.now() };
  const listed = await desk.platform.listOrderIds?.(account(), window);
  if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
  const expected = (await desk.orders()).map((order) => order.orderId);
  expect(expected).toHaveLength(240);
  expect(listed.value.toSorted()).toEqual(expected.toSorted());
  expect(listed.value.every((id) => /^44\d{17}$/.test(id) && String(Number(id)) !== id)).toBe(true);
});

test('every practice order is read into our form, without its receiver, and stands where its parcels say', async () => {
  const stands = { shipped: 'shipped', 'part-shipped': 'part-shipped' } as const;
  for (const kind of new Set((await desk.orders()).map((order) => order.kind))) {
    const view = await desk.take(kind);
    const read = await desk.platform.getOrder?.(account(), view.orderId);
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    const order = OrderSchema.parse(read.value);
    expect(order).toMatchObject({ orderId: view.orderId, platform: 'wechat-dropship', rawStatus: '300' });
    expect(order.status, kind).toBe(kind === 'shipped' || kind === 'part-shipped' ? stands[kind] : 'to-ship');
    expect(order.lines.map((line) => line.quantity)).toEqual(view.items.map((item) => item.quantity));
    expect(order.lines.map((line) => line.barcode)).toEqual(view.items.map((item) => item.barcode));
    expect(order.flags).toEqual(kind === 'after-sale' ? ['after-sale'] : []);
    for (const receiver of [practiceReceiver(view.orderId), practiceReceiver(`giver ${view.orderId}`)])
      for (const personal of [receiver.name, receiver.phone, receiver.street])
        expect(JSON.stringify(order)).not.toContain(personal);
  }
});

test('an order is found by its waybill and by the number its shop knows', async () => {
  const view = await desk.take('shipped');
  const waybill = view.parcels[0]?.waybill ?? '';
  const found = { ok: true, value: [view.orderId] };
  expect(await desk.platform.findOrderIds?.(account(), { by: 'waybill', waybill })).toEqual(found);
  const { orderId } = partnerOf(view.orderId);
  expect(await desk.platform.findOrderIds?.(account(), { by: 'shop-order', orderId })).toEqual(found);
  expect(await desk.platform.findOrderIds?.(account(), { by: 'waybill', waybill: 'NOBODYS-1' })).toEqual({
    ok: true,
    value: [],
  });
});

test('the carriers are those of the new list, and a shop’s account opens nothing of the supplier’s', async () => {
  const carriers = await desk.platform.listCarriers?.(account());
  if (carriers?.ok !== true) throw new Error(JSON.stringify(carriers));
  expect(carriers.value.carriers).toContainEqual({ code: 'YUNDA', name: '韵达快递' });
  const [shop] = (await desk.desk.shops()).filter(({ platform }) => platform === 'wechat-channels');
  const stranger = { ...account(), shopId: 'shop-stranger', credentials: shop?.credentials ?? {} };
  const [view] = await desk.orders();
  const barred = { ok: false, error: { kind: 'account', cause: 'permission', code: '48001' } };
  expect(await desk.platform.getOrder?.(stranger, view?.orderId ?? '')).toMatchObject(barred);
});

test('an order nobody has does not exist', async () => {
  expect(await desk.platform.getOrder?.(account(), '4400000000000000001')).toMatchObject({
    ok: false,
    error: { kind: 'not-found', code: '100002' },
  });
});
