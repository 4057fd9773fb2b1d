import { afterEach, expect, test } from 'vitest';
import { createWechatMiniShop } from '../../../../electron/services/platforms/wechat-mini-shop/client.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/kernel/time.ts';
import { accountAt, clientDeps } from '../quiet-deps.ts';
import { payloadOf } from '../../../support/sample-order.ts';
import { startScriptedServer, type ScriptedCall, type ScriptedReply, type ScriptedServer } from '../scripted-server.ts';
import { miniOrderReply } from './order-reply.ts';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function setup(reply: (call: ScriptedCall, index: number) => ScriptedReply) {
  const others: ScriptedCall[] = [];
  const server = await startScriptedServer((call) =>
    call.path === '/cgi-bin/stable_token'
      ? { body: { access_token: 'T1', expires_in: 7200 } }
      : reply(call, others.push(call) - 1),
  );
  servers.push(server);
  const deps = clientDeps();
  return { ...deps, platform: createWechatMiniShop(deps), account: accountAt(server.baseUrl), others };
}

const NOW = Date.parse('2026-11-21T08:00:00Z');
const ORDER_ID = '1832423523451235145';
const page = (ids: readonly number[], total?: number): ScriptedReply => ({
  body: {
    errcode: 0,
    errmsg: 'ok',
    orders: ids.map((order_id) => ({ order_id })),
    ...(total === undefined ? {} : { total_num: total }),
  },
});
const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

test('orders are listed by time of change, as text in China’s zone, page by page', async () => {
  const { platform, account, others } = await setup((call) =>
    call.body['page'] === 1 ? page(range(1, 50), 60) : page(range(51, 10), 60),
  );
  const listed = await platform.listOrderIds?.(account, { fromMs: NOW - HOUR_MS, toMs: NOW });
  expect(listed).toEqual({ ok: true, value: range(1, 60).map(String) });
  expect(others.map((call) => call.body)).toEqual([
    { start_update_time: '2026-11-21 15:00:00', end_update_time: '2026-11-21 16:00:00', page: 1, page_size: 50 },
    { start_update_time: '2026-11-21 15:00:00', end_update_time: '2026-11-21 16:00:00', page: 2, page_size: 50 },
  ]);
});

test('without a total the pages end with an empty one, also where the platform gives fewer than asked for', async () => {
  const { platform, account, others } = await setup((call) =>
    page({ 1: range(1, 10), 2: range(11, 10), 3: [21] }[Number(call.body['page'])] ?? []),
  );
  const listed = await platform.listOrderIds?.(account, { fromMs: NOW - HOUR_MS, toMs: NOW });
  expect(listed).toEqual({ ok: true, value: range(1, 21).map(String) });
  expect(others).toHaveLength(4);
});

test('an order that moves behind another page while we read is found by reading again', async () => {
  // Order 1 changes after page 1 was read: it leaves the window, and 51 moves to page 1.
  const before = range(1, 60);
  const after = range(2, 59);
  const { platform, account, others } = await setup((call, index) => {
    const list = index === 0 ? before : after;
    const from = (Number(call.body['page']) - 1) * 50;
    return page(list.slice(from, from + 50), list.length);
  });
  const listed = await platform.listOrderIds?.(account, { fromMs: NOW - HOUR_MS, toMs: NOW });
  expect(listed?.ok === true && listed.value.includes('51')).toBe(true);
  expect(listed?.ok === true && listed.value).toHaveLength(60);
  expect(others.length).toBeLessThan(8);
});

test('the window is cut into spans of seven days, and a server that repeats itself is not followed for ever', async () => {
  const { platform, account, others } = await setup(() => page([1, 2]));
  const listed = await platform.listOrderIds?.(account, { fromMs: NOW - 16 * DAY_MS, toMs: NOW });
  expect(listed).toEqual({ ok: true, value: ['1', '2'] });
  expect(others).toHaveLength(6);
  expect(new Set(others.map((call) => call.body['start_update_time'])).size).toBe(3);
});

test('an order is asked for by its digits and another order’s answer is none', async () => {
  const { platform, account, others } = await setup(() => ({ body: miniOrderReply() }));
  expect(await platform.getOrder?.(account, ORDER_ID)).toMatchObject({ ok: true, value: { orderId: ORDER_ID } });
  expect(others[0]?.bodyText).toBe(`{"order_id":${ORDER_ID}}`);
  expect(await platform.getOrder?.(account, '1')).toMatchObject({ ok: false, error: { kind: 'bad-answer' } });
});

test('carriers are read wrapped in data or not, and asked for with an empty object', async () => {
  const list = [{ delivery_id: 'SF', delivery_name: '顺丰速运' }];
  const bodies = [
    { errcode: 0, company_list: list },
    { errcode: 0, data: { company_list: list } },
  ];
  const { platform, account, others } = await setup((_call, index) => ({ body: bodies[index] ?? {} }));
  for (const _ of bodies)
    expect(await platform.listCarriers?.(account)).toMatchObject({
      ok: true,
      value: { carriers: [{ code: 'SF', name: '顺丰速运' }] },
    });
  expect(others[0]).toMatchObject({ path: '/product/delivery/get_company_list', bodyText: '{}' });
});

test('the success the document prints, trailing comma and all, is a success', async () => {
  const { platform, account, others } = await setup(() => ({ body: '{\n"errcode": 0,\n"errmsg":"ok",\n}' }));
  const payload = payloadOf({ orderId: ORDER_ID, split: false });
  expect((await platform.send(account, payload, 2_000)).verdict).toEqual({ kind: 'applied' });
  expect(others).toHaveLength(1);
});

test('a package that cannot be put on the wire opens no socket', async () => {
  const { platform, account, others } = await setup(() => ({ body: { errcode: 0 } }));
  const payload = payloadOf({ orderId: 'A-17' });
  expect(await platform.send(account, payload, 2_000)).toMatchObject({
    phase: 'none',
    verdict: { kind: 'refused', defect: true, field: 'order' },
  });
  expect(others).toHaveLength(0);
});

const HOSTILE: readonly ScriptedReply[] = [
  { body: '' },
  { body: 'null' },
  { body: '[]' },
  { body: '{"errcode":0}' },
  { body: '{"errcode":"0","order":{}}' },
  { body: '{"errcode":0,"order":null,"orders":{},"company_list":{}}' },
  { body: `{"errcode":0,"order":{"order_id":${ORDER_ID},"status":{}},"orders":[null],"company_list":[null]}` },
  { body: `{"errcode":0,"order":{"order_id":${ORDER_ID},"status":20,"order_detail":[]},"orders":[{}]}` },
  { body: '{"errcode":0,"__proto__":{"a":1},"orders":[{"order_id":1.5}],"company_list":[{"delivery_id":1}]}' },
  { body: '<html>' },
  { body: '['.repeat(200_000) },
  { status: 302, headers: { Location: 'https://login.example.test/' } },
  { status: 500, body: '{"errcode":0}' },
  { reset: true },
];

test('no answer makes any read throw or succeed', async () => {
  let current: ScriptedReply = {};
  const { platform, account } = await setup(() => current);
  for (const reply of HOSTILE) {
    current = reply;
    const results = [
      await platform.checkConnection(account),
      await platform.listCarriers?.(account),
      await platform.getOrder?.(account, ORDER_ID),
      await platform.readBack?.(account, payloadOf({ orderId: ORDER_ID })),
      await platform.listOrderIds?.(account, { fromMs: NOW - HOUR_MS, toMs: NOW }),
    ];
    for (const result of results) expect(result?.ok, JSON.stringify(reply).slice(0, 120)).toBe(false);
  }
});
