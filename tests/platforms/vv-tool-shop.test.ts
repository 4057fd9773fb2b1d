import { afterAll, beforeAll, expect, test } from 'vitest';
import { credentialsOf, practiceShop } from '../../electron/training/practice/practice-shops.ts';
import { AUTHORISE_URL } from '../../electron/training/vv-tool/codes.ts';
import type { PackingView } from '../../shared/contract/packing.ts';
import type { ShopView } from '../../shared/contract/shops.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { openTestBackend } from '../support/backend.ts';
import { callerOf } from '../support/desk-caller.ts';
import { startTraining, type Training } from '../support/training.ts';

let training: Training;
beforeAll(async () => {
  training = await startTraining({ orders: 0 });
  // Each test is a desk of its own; together they are faster than one account may be.
  await changeAccount({ ratePerSecond: 1_000 });
});
afterAll(() => training.stop());

const CREDENTIALS = { ...credentialsOf(practiceShop('taobao')) };
const SHOP = '云锦淘宝店';

const valueOf = <Value>(answer: Result<Value, unknown>): Value => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

/** Money, rights and pace of the practice account. */
async function changeAccount(change: Record<string, unknown>): Promise<void> {
  await fetch(`${training.adminUrl}/__training/vv-tool/change`, {
    method: 'POST',
    headers: { 'x-training': '1', connection: 'close' },
    body: JSON.stringify(change),
  });
}

let made = 0;
/** A desk on a data folder, with the practice shop and so many trades of one piece pulled in. */
async function openShop(trades: number, dataDir?: string) {
  const opened = await openTestBackend(dataDir === undefined ? {} : { dataDir });
  const client = callerOf(opened.backend);
  if (dataDir === undefined) {
    valueOf(await client.settings.set({ key: 'orders.pullEveryMs', value: 0 }));
    for (const key of ['outbox.settleMs', 'outbox.readBackSpacingMs'])
      valueOf(await client.settings.set({ key, value: 300 }));
    valueOf(
      await client.shops.add({ name: SHOP, platform: 'vv-tool', baseUrl: training.baseUrl, credentials: CREDENTIALS }),
    );
  }
  const orderIds: string[] = [];
  for (let n = 0; n < trades; n += 1) {
    made += 1;
    const orderId = `4600000000000${String(made).padStart(6, '0')}`;
    await training.desk.addOrders({ orders: [{ orderId, shop: 'taobao', items: [{ quantity: 1 }] }] });
    orderIds.push(orderId);
  }
  if (trades > 0)
    expect(valueOf(await client.orders.pull({ shop: SHOP, wait: true }))).toMatchObject({ state: 'done' });
  const shop = async (): Promise<ShopView> => {
    const [view] = valueOf(await client.shops.list({})).filter(({ name }) => name === SHOP);
    if (view === undefined) throw new Error('no shop');
    return view;
  };
  return { ...opened, client, orderIds, shop };
}
type OpenShop = Awaited<ReturnType<typeof openShop>>;

/** Packs one trade whole at the bench. */
async function pack({ client }: OpenShop, orderId: string): Promise<void> {
  const order = (await training.desk.sheet(100, 'taobao')).find((each) => each.orderId === orderId);
  if (order === undefined) throw new Error(`${orderId} is not on the sheet`);
  let last: { readonly verdict: string; readonly view: PackingView } | null = null;
  for (const text of [orderId, order.items[0]?.barcode ?? '', order.waybills[0]?.waybill ?? ''])
    last = valueOf(await client.packing.scan({ text }));
  if (last?.verdict !== 'order-saved') throw new Error(JSON.stringify(last?.view.blocked));
}

const rowsOf = async ({ client }: OpenShop) => valueOf(await client.outbox.list({})).rows;

test('a shop that is not authorised is paused with its link, also after a restart, and ships once when it is', async () => {
  const first = await openShop(1);
  const [orderId = ''] = first.orderIds;
  await changeAccount({ authorised: false });
  await pack(first, orderId);
  await expect.poll(async () => (await rowsOf(first))[0]?.state, { timeout: 10_000 }).toBe('held');
  expect(await first.shop()).toMatchObject({ gate: 'permission', gateDetail: { code: '302', link: AUTHORISE_URL } });
  await first.backend.close();

  const again = await openShop(0, first.dataDir);
  expect((await again.shop()).gateDetail?.link).toBe(AUTHORISE_URL);
  expect(valueOf(await again.client.shops.authorise({ shop: SHOP }))).toMatchObject({
    authorised: false,
    shop: { gateDetail: { link: AUTHORISE_URL } },
  });
  await changeAccount({ authorised: true });
  expect(valueOf(await again.client.shops.authorise({ shop: SHOP }))).toMatchObject({
    authorised: true,
    shop: { gate: null, gateDetail: null },
  });
  await expect.poll(async () => (await rowsOf(again))[0]?.state, { timeout: 10_000 }).toBe('shipped');
  expect(await training.desk.applied(orderId)).toHaveLength(1);
}, 40_000);

test('the link is kept from the first test of the connection on', async () => {
  const desk = await openShop(0);
  await changeAccount({ authorised: false });
  expect(await desk.client.shops.test({ shop: SHOP })).toMatchObject({
    ok: false,
    error: { code: 'connection-failed', step: 'permission', platformCode: '302' },
  });
  expect((await desk.shop()).gateDetail?.link).toBe(AUTHORISE_URL);
  await changeAccount({ authorised: true });
  expect((await desk.client.shops.test({ shop: SHOP })).ok).toBe(true);
  expect((await desk.shop()).gateDetail).toBeNull();
});

test('calls are summed by day and by order, and above the day’s limit sending waits until a person agrees', async () => {
  const desk = await openShop(2);
  const [one = '', two = ''] = desk.orderIds;
  await pack(desk, one);
  await expect.poll(async () => (await rowsOf(desk))[0]?.state, { timeout: 10_000 }).toBe('shipped');
  const { spending } = await desk.shop();
  expect(spending?.calls).toBeGreaterThanOrEqual(2);
  expect(spending).toMatchObject({ points: spending?.calls, limitPoints: null });
  const [sent] = await rowsOf(desk);
  const story = valueOf(await desk.client.outbox.story({ id: sent?.id ?? '' }));
  expect(story.cost).toMatchObject({ calls: 1, points: 1 });

  const limited = valueOf(await desk.client.shops.setSpendLimit({ shop: SHOP, points: spending?.points ?? 1 }));
  expect(limited.gate).toBe('spend-limit');
  await pack(desk, two);
  expect(valueOf(await desk.client.outbox.drain({ untilIdle: true, timeoutMs: 5_000 })).timedOut).toBe(false);
  expect((await rowsOf(desk)).map(({ state }) => state).toSorted()).toEqual(['ready', 'shipped']);
  expect(await training.desk.applied(two)).toHaveLength(0);

  const agreed = valueOf(await desk.client.shops.agreeToSpend({ shop: SHOP }));
  expect(agreed).toMatchObject({ gate: null, spending: { agreed: true } });
  await expect.poll(async () => (await training.desk.applied(two)).length, { timeout: 10_000 }).toBe(1);
}, 40_000);

test('a limit is for platforms that charge', async () => {
  const { client } = await openShop(0);
  valueOf(
    await client.shops.add({
      name: '山野茶铺',
      platform: 'wechat-channels',
      baseUrl: training.baseUrl,
      credentials: { appId: 'wx0000000practice1', appSecret: 'example-secret-practice-living' },
    }),
  );
  expect(await client.shops.setSpendLimit({ shop: '山野茶铺', points: 5 })).toEqual({
    ok: false,
    error: { code: 'not-charged', shop: '山野茶铺' },
  });
});

test('unencrypted http needs an administrator’s word and a platform that has nothing else', async () => {
  const { client } = await openShop(0);
  const input = { name: '明文店', platform: 'vv-tool' as const, credentials: CREDENTIALS };
  expect(await client.shops.add(input)).toMatchObject({ ok: false, error: { code: 'plain-http-off' } });
  const added = valueOf(await client.shops.add({ ...input, allowPlainHttp: true }));
  expect(added).toMatchObject({ baseUrl: 'http://api.vv-tool.com', plainHttp: true, gate: null });
  expect(valueOf(await client.system.status({})).shops.find(({ name }) => name === '明文店')?.plainHttp).toBe(true);

  const off = valueOf(await client.shops.setPlainHttp({ shop: '明文店', on: false }));
  expect(off).toMatchObject({ plainHttp: false, gate: 'plain-http' });
  expect(await client.shops.test({ shop: '明文店' })).toMatchObject({
    ok: false,
    error: { code: 'connection-failed', platformCode: 'plain-http' },
  });

  const elsewhere = {
    name: '别的店',
    platform: 'wechat-channels' as const,
    baseUrl: 'http://api.example.com',
    credentials: { appId: 'wx0000000practice1', appSecret: 'example-secret-practice-living' },
    allowPlainHttp: true,
  };
  expect(await client.shops.add(elsewhere)).toMatchObject({ ok: false, error: { code: 'base-url-invalid' } });
  valueOf(await client.shops.add({ ...elsewhere, baseUrl: training.baseUrl }));
  expect(await client.shops.setPlainHttp({ shop: '别的店', on: true })).toMatchObject({
    ok: false,
    error: { code: 'plain-http-not-offered' },
  });
});

test('an address over https keeps the switch off, whatever was ticked', async () => {
  const { client } = await openShop(0);
  const added = valueOf(
    await client.shops.add({
      name: '加密店',
      platform: 'vv-tool',
      baseUrl: 'https://gateway.example.com',
      credentials: CREDENTIALS,
      allowPlainHttp: true,
    }),
  );
  expect(added.plainHttp).toBe(false);
});

test('only an administrator switches encryption off, and only a supervisor lets a shop spend on', async () => {
  const { backend } = await openShop(0);
  const packer = callerOf(backend, { role: 'packer', operator: 'Wu' });
  const lead = callerOf(backend, { role: 'supervisor', operator: 'Chen' });
  expect(await packer.shops.agreeToSpend({ shop: SHOP })).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await lead.shops.setPlainHttp({ shop: SHOP, on: true })).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
  expect((await lead.shops.agreeToSpend({ shop: SHOP })).ok).toBe(true);
});

test('a shop of another kind is kept as what it is, and a kind nobody serves is refused', async () => {
  const { client, shop } = await openShop(0);
  expect((await shop()).kind).toBe('taobao');
  const input = { name: '拼多多店', platform: 'vv-tool' as const, baseUrl: training.baseUrl, credentials: CREDENTIALS };
  expect(valueOf(await client.shops.add({ ...input, kind: 'pinduoduo' })).kind).toBe('pinduoduo');
  expect(await client.shops.add({ ...input, name: '别的', kind: 'amazon' })).toMatchObject({
    ok: false,
    error: { code: 'credentials-invalid', field: 'kind' },
  });
});

test('a carrier that is not on the list goes by its name', async () => {
  const desk = await openShop(1);
  const [orderId = ''] = desk.orderIds;
  const { client } = desk;
  const order = (await training.desk.sheet(100, 'taobao')).find((each) => each.orderId === orderId);
  const scan = async (text: string) => valueOf(await client.packing.scan({ text }));
  await scan(orderId);
  await scan(order?.items[0]?.barcode ?? '');
  const asked = await scan('QX-2026-0001');
  expect(asked.view.carrierChoice).toMatchObject({ waybill: 'QX-2026-0001', nameMax: 20 });
  const tooLong = valueOf(await client.packing.act({ action: 'name-carrier', name: '字'.repeat(21) }));
  expect(tooLong.view.blocked?.problem).toEqual({ code: 'carrier-name-invalid', name: '字'.repeat(21), most: 20 });
  valueOf(await client.packing.act({ action: 'acknowledge' }));
  const named = valueOf(await client.packing.act({ action: 'name-carrier', name: '同城快跑' }));
  expect(named.verdict).toBe('order-saved');
  await expect.poll(async () => (await training.desk.applied(orderId)).length, { timeout: 10_000 }).toBe(1);
  expect((await training.desk.applied(orderId))[0]).toMatchObject({ carrier: '同城快跑', waybill: 'QX-2026-0001' });
});

test('the platform’s own pattern of waybills is kept with its list', async () => {
  const { client } = await openShop(0);
  const carriers = valueOf(await client.shops.carriers({ shop: SHOP, refresh: true }));
  const kept = valueOf(await client.shops.carriers({ shop: SHOP }));
  expect(kept).toEqual(carriers);
  expect(kept.find(({ code }) => code === 'POST')?.waybillPattern).toBe('^[A-Za-z0-9-]{4,35}$');
});
