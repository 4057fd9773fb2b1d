import { afterAll, beforeAll, expect, test } from 'vitest';
import { practiceReceiver } from '../../electron/training/practice/receiver.ts';
import { OrderSchema } from '../../shared/domain/order.ts';
import { DAY_MS } from '../../shared/kernel/time.ts';
import { startVvDesk, type VvPractice } from './vv-tool-desk.ts';

let practice: VvPractice;
beforeAll(async () => {
  practice = await startVvDesk({ further: 48 });
});
afterAll(() => practice.stop());

const trades = async () => (await practice.desk.orders()).filter((order) => order.appId === '730000001');
const window = (days: number) => ({ fromMs: practice.clock.now() - days * DAY_MS, toMs: practice.clock.now() });

test('the practice shop holds more than forty trades with exact 18-digit numbers', async () => {
  const known = await trades();
  expect(known.length).toBeGreaterThanOrEqual(40);
  for (const { orderId } of known) {
    expect(orderId).toMatch(/^\d{18}$/);
    expect(String(BigInt(Number(orderId)))).not.toBe(orderId);
  }
});

test('a week of trades is pulled day by day, oldest first, each once, ids exact', async () => {
  const listed = await practice.platform.listOrders?.(practice.account, window(7));
  if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
  const known = await trades();
  const ids = listed.value.orders.map((order) => order.orderId);
  expect(ids.toSorted()).toEqual(known.map((order) => order.orderId).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('a pull of many days costs a call a day and none for each trade it has just listed', async () => {
  practice.charges.length = 0;
  const listed = await practice.platform.listOrders?.(practice.account, window(15));
  if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
  const paths = practice.charges.map((charge) => charge.path);
  expect(paths.filter((path) => path === '/tool/erps/sold')).toHaveLength(2);
  expect(paths.filter((path) => path === '/tool/erps/increment')).toHaveLength(7);
  expect(paths).toHaveLength(9);
  const [first] = listed.value.orders;
  const read = await practice.platform.getOrder?.(practice.account, first?.orderId ?? '');
  expect(read).toEqual({ ok: true, value: first });
  expect(practice.charges.at(-1)?.path).toBe('/tool/erps/fullinfo');
});

test('hundreds of trades in one day come over several pages without a gap', async () => {
  await practice.desk.addOrders({
    orders: Array.from({ length: 230 }, (_, index) => ({
      orderId: String(540000000000000000n + BigInt(index)),
      shop: 'taobao' as const,
      items: [{}],
      createdMs: practice.clock.now() - 3_600_000 - index * 1_000,
    })),
  });
  const listed = await practice.platform.listOrders?.(practice.account, window(1));
  if (listed?.ok !== true) throw new Error(JSON.stringify(listed));
  const many = listed.value.orders.filter((order) => order.orderId.startsWith('54'));
  expect(many).toHaveLength(230);
  const times = many.map((order) => Date.parse(order.updatedAt ?? ''));
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('every kind of trade is read into our form, without its receiver', async () => {
  const known = await trades();
  for (const kind of new Set(known.map((order) => order.kind))) {
    const view = known.find((order) => order.kind === kind);
    if (view === undefined) continue;
    const read = await practice.platform.getOrder?.(practice.account, view.orderId);
    if (read?.ok !== true) throw new Error(JSON.stringify(read));
    const order = OrderSchema.parse(read.value);
    expect(order.orderId).toBe(view.orderId);
    expect(order.lines.map((line) => line.quantity)).toEqual(view.items.map((item) => item.quantity));
    expect(order.lines.map((line) => line.barcode || line.skuCode)).toEqual(view.items.map((item) => item.barcode));
    expect(new Set(order.lines.map((line) => line.childOrderId)).size).toBe(order.lines.length);
    const receiver = practiceReceiver(view.orderId);
    for (const personal of [receiver.name, receiver.phone, receiver.street])
      expect(JSON.stringify(order)).not.toContain(personal);
  }
  const bodies = await practice.desk.ledger('kind=request');
  for (const entry of bodies) if (entry.kind === 'request') expect(entry.body ?? '').not.toContain('receiver');
});

test('statuses, flags and parcels arrive in our words', async () => {
  const known = await trades();
  const read = async (kind: string) => {
    const view = known.find((order) => order.kind === kind);
    const order = await practice.platform.getOrder?.(practice.account, view?.orderId ?? '');
    if (order?.ok !== true) throw new Error(JSON.stringify(order));
    return order.value;
  };
  expect(await read('single')).toMatchObject({ status: 'to-ship', flags: [], parcels: [] });
  expect(await read('after-sale')).toMatchObject({ flags: ['after-sale'] });
  expect(await read('risk')).toMatchObject({ status: 'pending', rawStatus: 'PAID_FORBID_CONSIGN', flags: ['risk'] });
  expect(await read('unpaid')).toMatchObject({ status: 'unpaid' });
  expect(await read('cancelled')).toMatchObject({ status: 'closed' });
  expect(await read('virtual')).toMatchObject({ deliverMethod: 'virtual' });
  expect(await read('shipped')).toMatchObject({ status: 'shipped', parcels: [{ carrierName: '中通快递' }] });
  const part = await read('part-shipped');
  expect(part).toMatchObject({ status: 'part-shipped', parcels: [{ items: [{ quantity: part.lines[0]?.quantity }] }] });
  expect(part.lines[0]).toMatchObject({ shippedQuantity: part.lines[0]?.quantity });
  const refunded = await read('part-refunded');
  expect(refunded.lines.at(-1)).toMatchObject({ refundedQuantity: refunded.lines.at(-1)?.quantity });
});

test('a trade of another shop, or of nobody, is not found', async () => {
  expect(await practice.platform.getOrder?.(practice.account, '530000000000000009')).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  });
});

test('carriers come with the platform’s own waybill patterns', async () => {
  const carriers = await practice.platform.listCarriers?.(practice.account);
  if (carriers?.ok !== true) throw new Error(JSON.stringify(carriers));
  expect(carriers.value.carriers.length).toBeGreaterThan(15);
  expect(carriers.value.carriers.find((carrier) => carrier.code === 'YUNDA')).toEqual({
    code: 'YUNDA',
    name: '韵达快递',
    waybillPattern: '^(?:[34]\\d{14}|5\\d{12})$',
  });
});

test('the connection of a good shop tells its carriers, and asks for the charged list once a day', async () => {
  const fresh = await startVvDesk();
  expect(await fresh.platform.checkConnection(fresh.account)).toMatchObject({ ok: true, value: { carriers: 22 } });
  expect(await fresh.platform.checkConnection(fresh.account)).toMatchObject({ ok: true, value: { carriers: 22 } });
  expect(fresh.charges.map((charge) => charge.path)).toEqual(['/tool/erps/companies']);
  expect((await fresh.desk.summary()).requests.token).toBe(1);
  await fresh.stop();
});

test('a wrong access key and an old token address are told apart', async () => {
  const fresh = await startVvDesk();
  const wrong = { ...fresh.account, credentials: { ...fresh.account.credentials, accessKey: 'example-secret-wrong' } };
  expect(await fresh.platform.checkConnection(wrong)).toMatchObject({
    ok: false,
    error: { kind: 'account', cause: 'credentials' },
  });
  await fresh.change({ oldTokenOnly: true });
  expect(await fresh.platform.checkConnection(fresh.account)).toMatchObject({ ok: true });
  expect((await fresh.desk.ledger('kind=request')).map((entry) => entry.kind === 'request' && entry.path)).toContain(
    '/oauth/token',
  );
  await fresh.stop();
});

test('two programs that void each other’s tokens end in a sentence for a person, not in a contest', async () => {
  const fresh = await startVvDesk();
  await fresh.platform.listCarriers?.(fresh.account);
  await fresh.desk.setFault({ mode: 'answer', code: 401, calls: ['read'], count: 'always' });
  for (let round = 0; round < 12; round += 1) await fresh.platform.listCarriers?.(fresh.account);
  const tokens = (await fresh.desk.summary()).requests.token;
  expect(await fresh.platform.listCarriers?.(fresh.account)).toMatchObject({
    ok: false,
    error: { kind: 'account', cause: 'credentials', message: expect.stringContaining('another program') },
  });
  expect((await fresh.desk.summary()).requests.token).toBe(tokens);
  await fresh.stop();
});

test('shops of one account share one token', async () => {
  const fresh = await startVvDesk();
  const list = async (shopId: string) => fresh.platform.listCarriers?.({ ...fresh.account, shopId });
  await Promise.all(['first-shop', 'second-shop', 'third-shop'].map(list));
  expect((await fresh.desk.summary()).requests.token).toBe(1);
  await fresh.stop();
});
