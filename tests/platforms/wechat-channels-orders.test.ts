import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceReceiver } from '../../electron/training/practice/receiver.ts';
import { OrderSchema } from '../../shared/domain/order.ts';
import { DAY_MS } from '../../shared/kernel/time.ts';
import { startDesk, type Desk } from './channels-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({ orders: 300 });
});
afterAll(() => desk.stop());

test('all orders of a shop are pulled over windows and pages, exactly once, ids exact', async () => {
  const known = await desk.desk.orders();
  for (const shop of desk.shops) {
    const window = { fromMs: desk.clock.now() - 30 * DAY_MS, toMs: desk.clock.now() };
    const listed = await desk.platform.listOrderIds?.(desk.accountOf(shop.appId), window);
    if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
    const expected = known.filter((order) => order.appId === shop.appId).map((order) => order.orderId);
    expect([...listed.value].sort()).toEqual([...expected].sort());
    expect(listed.value.some((id) => /^\d{19}$/.test(id) && String(Number(id)) !== id)).toBe(true);
  }
});

test('every practice order is read into our form, without its receiver', async () => {
  const known = await desk.desk.orders();
  for (const kind of new Set(known.map((order) => order.kind))) {
    const view = known.find((order) => order.kind === kind);
    if (view === undefined) continue;
    const read = await desk.platform.getOrder?.(desk.accountOf(view.appId), view.orderId);
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    const order = OrderSchema.parse(read.value);
    expect(order.orderId).toBe(view.orderId);
    expect(order.lines.map((line) => line.quantity)).toEqual(view.items.map((item) => item.quantity));
    expect(order.lines.map((line) => line.barcode || line.skuCode)).toEqual(view.items.map((item) => item.barcode));
    expect(order.lines.map((line) => line.needsSerialNumber)).toEqual(view.items.map((item) => item.serial !== null));
    const receiver = practiceReceiver(view.orderId);
    for (const personal of [receiver.name, receiver.phone, receiver.street])
      expect(JSON.stringify(order)).not.toContain(personal);
  }
});

test('holds and after-sale cases arrive as flags', async () => {
  const known = await desk.desk.orders();
  for (const [kind, flag] of [
    ['after-sale', 'after-sale'],
    ['address-change', 'address-change'],
    ['sku-change', 'sku-change'],
  ] as const) {
    const view = known.find((order) => order.kind === kind);
    if (view === undefined) throw new Error(`no ${kind} order in the practice data`);
    const read = await desk.platform.getOrder?.(desk.accountOf(view.appId), view.orderId);
    expect(read).toMatchObject({ ok: true, value: { flags: expect.arrayContaining([flag]) } });
  }
});

test('the connection of a good shop tells its carriers and the server’s clock', async () => {
  const [shop] = desk.shops;
  if (shop === undefined) throw new Error('no shop');
  const account = desk.accountOf(shop.appId);
  const carriers = await desk.platform.listCarriers?.(account);
  const report = await desk.platform.checkConnection(account);
  if (carriers?.ok !== true || !report.ok) throw new Error(JSON.stringify([carriers, report]));
  expect(carriers.value.carriers.length).toBeGreaterThan(15);
  expect(carriers.value.carriers).toContainEqual({ code: 'YUNDA', name: '韵达快递' });
  expect(report.value.carriers).toBe(carriers.value.carriers.length);
  expect(Math.abs((report.value.serverTimeMs ?? 0) - Date.now())).toBeLessThan(60_000);
});

test('a wrong secret, an unknown AppID and a missing permission are told apart', async () => {
  const [shop] = desk.shops;
  if (shop === undefined) throw new Error('no shop');
  const account = { ...desk.accountOf(shop.appId), shopId: 'shop-fresh' };
  const check = async (credentials: Record<string, string>) =>
    desk.platform.checkConnection({ ...account, credentials });
  expect(await check({ appId: shop.appId, appSecret: 'example-secret-wrong' })).toMatchObject({
    error: { kind: 'account', cause: 'credentials', code: '40125' },
  });
  expect(await check({ appId: 'wxnobody', appSecret: 'example-secret-wrong' })).toMatchObject({
    error: { kind: 'account', cause: 'credentials', code: '40013' },
  });
  await desk.desk.changeShop(shop.appId, { noPermission: true });
  const barred = await check({ appId: shop.appId, appSecret: shop.appSecret });
  await desk.desk.changeShop(shop.appId, { noPermission: false });
  expect(barred).toMatchObject({ error: { kind: 'account', cause: 'permission', code: '48001' } });
  expect(barred.ok ? '' : barred.error.requestId).not.toBe('');
});

test('an order of the other shop does not exist for this one', async () => {
  const [view] = await desk.desk.orders();
  const other = desk.shops.find((shop) => shop.appId !== view?.appId);
  if (view === undefined || other === undefined) throw new Error('no second shop');
  const read = await desk.platform.getOrder?.(desk.accountOf(other.appId), view.orderId);
  expect(read).toMatchObject({ ok: false, error: { kind: 'not-found', code: '100002' } });
});
