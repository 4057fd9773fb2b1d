import { afterAll, beforeAll, expect, test } from 'vitest';
import { spansOf } from '../../electron/services/platforms/douyin-fengchao/orders.ts';
import { signedForm } from '../../electron/services/platforms/douyin-fengchao/sign.ts';
import { DOUYIN_PRACTICE_APP, practiceShop } from '../../electron/training/practice/practice-shops.ts';
import { carrierKeyOf } from '../../shared/domain/carriers/carrier-table.ts';
import { DAY_MS, HOUR_MS } from '../../shared/kernel/time.ts';
import { packageOf, startDouyinDesk, type DouyinPractice } from './douyin-desk.ts';

let practice: DouyinPractice;
beforeAll(async () => {
  practice = await startDouyinDesk({ further: 40 });
});
afterAll(() => practice.stop());

const window = (backMs: number) => ({ fromMs: practice.clock.now() - backMs, toMs: practice.clock.now() + HOUR_MS });
const listFields = async (): Promise<readonly URLSearchParams[]> =>
  (await practice.desk.ledger('kind=request')).flatMap((entry) =>
    entry.kind === 'request' && entry.path.endsWith('/trade/list') ? [new URLSearchParams(entry.body ?? '')] : [],
  );

test('the forty practice orders are pulled, oldest change first, with 19-digit numbers and child orders', async () => {
  const listed = await practice.platform.listOrders?.(practice.account, window(30 * DAY_MS));
  if (listed?.ok !== true) throw new Error('no orders');
  const orders = listed.value.orders;
  const asked = (await practice.desk.ledger('kind=request')).map((entry) => entry.kind === 'request' && entry.path);
  expect(asked.filter((path) => String(path).endsWith('/trade/detail'))).toEqual([]);
  const [first] = orders;
  expect(await practice.platform.getOrder?.(practice.account, first?.orderId ?? '')).toEqual({
    ok: true,
    value: first,
  });
  const all = (await practice.desk.orders()).filter((order) => order.appId === practiceShop('douyin').appId);
  expect(all).toHaveLength(40);
  expect(orders.map((order) => order.orderId).sort()).toEqual(all.map((order) => order.orderId).sort());
  for (const order of orders) {
    expect(order.orderId).toMatch(/^69\d{17}$/);
    for (const line of order.lines) expect(line.childOrderId).toMatch(/^69\d{17}$/);
  }
  const times = orders.map((order) => order.updatedAt ?? '');
  expect(times).toEqual(times.toSorted());
  expect(new Set(orders.map((order) => order.status))).toEqual(
    new Set(['to-ship', 'part-shipped', 'pending', 'shipped', 'unpaid', 'closed']),
  );
});

test('pages start at 0, hold 100, and are read from the last to the first, so that none is passed over', async () => {
  const before = (await listFields()).length;
  await practice.orders(250);
  const listed = await practice.platform.listOrders?.(practice.account, window(7 * DAY_MS - HOUR_MS));
  if (listed?.ok !== true) throw new Error('no orders');
  expect(listed.value.orders.length).toBe(290);
  expect(new Set(listed.value.orders.map((order) => order.orderId)).size).toBe(290);
  const asked = (await listFields()).slice(before);
  expect(asked.map((fields) => fields.get('page'))).toEqual(['0', '2', '1', '0']);
  for (const fields of asked) {
    expect(fields.get('size')).toBe('100');
    expect(fields.get('update_time_start')).toMatch(/^\d{10}$/);
    expect(fields.get('combine_status')).toBeNull();
  }
});

test('further back than a week only what still waits is asked for, by one element of combine_status', () => {
  const toMs = Date.parse('2026-11-21T08:00:00Z');
  const spans = spansOf({ fromMs: toMs - 200 * DAY_MS, toMs });
  expect(spans.map((span) => [(span.toS - span.fromS) / 86_400, span.openOnly])).toEqual([
    [83, true],
    [7, false],
  ]);
  expect(spans.every((span) => toMs / 1_000 - span.createdFromS === 90 * 86_400)).toBe(true);
  expect(spansOf({ fromMs: toMs - HOUR_MS, toMs }).map((span) => span.openOnly)).toEqual([false]);
});

test('the carriers of the shop come with Douyin’s codes, and most are known to us', async () => {
  const carriers = await practice.platform.listCarriers?.(practice.account);
  if (carriers?.ok !== true) throw new Error('no carriers');
  const list = carriers.value.carriers;
  expect(list.find((carrier) => carrier.code === 'zhongtong')?.name).toBe('中通快递');
  expect(list.filter((carrier) => carrierKeyOf(carrier) !== null).length).toBe(list.length);
  expect(await practice.platform.checkConnection(practice.account)).toMatchObject({
    ok: true,
    value: { carriers: list.length },
  });
});

type GatewayWords = {
  readonly code: number;
  readonly message: string;
  readonly data?: readonly { readonly code: number; readonly msg: string }[];
};
async function ask(
  path: string,
  fields: Readonly<Record<string, string>>,
  secret = practiceShop('douyin').appSecret,
): Promise<GatewayWords> {
  const publicFields = {
    appid: DOUYIN_PRACTICE_APP,
    timestamp: String(Math.floor(practice.clock.now() / 1_000)),
    seller_nick: practiceShop('douyin').appId,
  };
  const response = await fetch(`${practice.training.baseUrl}/gateway/dd/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', connection: 'close' },
    body: Buffer.from(signedForm(Object.entries({ ...publicFields, ...fields }), secret)),
  });
  return (await response.json()) as GatewayWords;
}
const item = (orderId: string, more: object = {}) => ({
  order_id: orderId,
  company_code: 'zhongtong',
  logistics_code: '78000000000001',
  ...more,
});

test('the practice gateway is as strict as the page', async () => {
  const order = await practice.order();
  const add = (items: unknown, fields: Readonly<Record<string, string>> = {}) =>
    ask('order/logistics/add', { request_data: JSON.stringify(items), ...fields });
  const nowS = Math.floor(practice.clock.now() / 1_000);
  expect((await add([item(order.orderId)], { timestamp: String(nowS - 301) })).message).toBe('时间戳过期');
  expect((await add([item(order.orderId)], { timestamp: `${nowS}000` })).message).toBe('时间戳过期');
  expect((await ask('order/logistics/add', { request_data: '[]' }, 'example-secret-wrong')).message).toBe('签名错误');
  expect((await add(item(order.orderId))).message).toBe('参数错误');
  expect((await add([item(order.orderId, { order_id: 1 })])).message).toBe('参数错误');
  expect((await add(Array.from({ length: 101 }, (_, no) => item(String(no + 1))))).message).toContain('100');
  expect((await ask('trade/list', { create_time_start: '1', page: '0', size: '101' })).message).toBe('参数错误');
  const two = '[{"order_status":"2"},{"order_status":"101"}]';
  expect((await ask('trade/list', { create_time_start: String(nowS), combine_status: two })).message).toBe('参数错误');
  const twice = await add([item(order.orderId), item(order.orderId)]);
  expect(twice.data?.map((each) => each.msg)).toEqual(['', '存在处理中流程,请勿同时重复请求']);
  expect((await practice.desk.applied(order.orderId)).length).toBe(1);
});

test('all packages of one parent leave together or not at all', async () => {
  const order = await practice.order('several');
  const [first] = packageOf(order).items;
  const packOf = (child: string, waybill: string) => ({
    shipped_order_info: [{ shipped_order_id: child }],
    company_code: 'zhongtong',
    logistics_code: waybill,
  });
  const pack_list = [
    packOf(first?.childOrderId ?? '', '78000000000002'),
    packOf('6900000000000000001', '78000000000003'),
  ];
  const request_data = JSON.stringify([{ order_id: order.orderId, request_id: 'r1', object_id: 'o1', pack_list }]);
  const answer = await ask('order/logistics/addmultipack', { request_data });
  expect(answer.data).toMatchObject([{ order_id: order.orderId, object_id: 'o1', code: 1 }]);
  expect(await practice.desk.applied(order.orderId)).toEqual([]);
});
