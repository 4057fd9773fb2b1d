import { afterEach, expect, test } from 'vitest';
import { createWechatChannels } from '../../../../electron/services/platforms/wechat-channels/client.ts';
import { createWechatDropship } from '../../../../electron/services/platforms/wechat-dropship/client.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/kernel/time.ts';
import { accountAt, clientDeps } from '../quiet-deps.ts';
import { payloadOf } from '../../../support/sample-order.ts';
import { startScriptedServer, type ScriptedCall, type ScriptedReply, type ScriptedServer } from '../scripted-server.ts';
import { dropshipReply } from './order-reply.ts';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A platform whose tokens are T1, T2, … and whose other answers a test scripts. */
async function setup(reply: (call: ScriptedCall, index: number) => ScriptedReply) {
  let issued = 0;
  const others: ScriptedCall[] = [];
  const server = await startScriptedServer((call) => {
    if (call.path !== '/cgi-bin/stable_token') return reply(call, others.push(call) - 1);
    issued += 1;
    return { body: { access_token: `T${issued}`, expires_in: 7200 } };
  });
  servers.push(server);
  const deps = clientDeps();
  return { ...deps, deps, platform: createWechatDropship(deps), account: accountAt(server.baseUrl), others, server };
}

const NOW = Date.parse('2026-11-21T08:00:00Z');
const ORDER_ID = '4404612354559743233';
const hour = { fromMs: NOW - HOUR_MS, toMs: NOW };
const listed = (ids: readonly string[], more: Record<string, unknown>): ScriptedReply => ({
  body: { errcode: 0, errmsg: 'ok', ds_order_id_list: ids, ...more },
});

test('orders are listed by time of change, pages by the key the platform gives', async () => {
  const { platform, account, others } = await setup((_call, index) =>
    listed([String(index)], {
      next_page: { next_key: ['a', 'b', ''][index], limit: 100 },
      total: 3,
      has_more: index < 2,
    }),
  );
  expect(await platform.listOrderIds?.(account, hour)).toEqual({ ok: true, value: ['0', '1', '2'] });
  expect(others.map((call) => call.body['page_info'])).toEqual([
    { offset: 0, limit: 100, next_key: '' },
    { limit: 100, next_key: 'a' },
    { limit: 100, next_key: 'b' },
  ]);
  const rest = others.map(({ body }) => ({ ...body, page_info: null }));
  expect(rest[1]).toEqual(rest[0]);
  expect(rest[0]).toMatchObject({ update_time_range: { start_time: NOW / 1_000 - 3_600, end_time: NOW / 1_000 } });
});

test('the older pages by offset, without a word on further ones, are read to their total', async () => {
  const { platform, account, others } = await setup((_call, index) =>
    listed([`${index}a`, `${index}b`], { next_page: { offset: (index + 1) * 2, limit: 100 }, total: 6 }),
  );
  expect(await platform.listOrderIds?.(account, hour)).toEqual({
    ok: true,
    value: ['0a', '0b', '1a', '1b', '2a', '2b'],
  });
  expect(others.map((call) => (call.body['page_info'] as { offset: number }).offset)).toEqual([0, 2, 4]);
});

test('a platform that says more and gives nothing to go on with, or the same again, is not followed', async () => {
  for (const next_page of [undefined, null, { offset: 0, next_key: '' }]) {
    const { platform, account, others } = await setup(() => listed(['1'], { next_page, has_more: true, total: 9 }));
    expect(await platform.listOrderIds?.(account, hour)).toMatchObject({ ok: false, error: { kind: 'bad-answer' } });
    expect(others).toHaveLength(1);
  }
});

test('the window is cut into spans of seven days and halved where there are too many', async () => {
  const { platform, account, others } = await setup((call) => {
    const { start_time: start, end_time: end } = call.body['update_time_range'] as Record<string, number>;
    return Number(end) - Number(start) > 3 * 86_400
      ? { body: { errcode: 31042, errmsg: 'too many' } }
      : listed([String(start)], { has_more: false });
  });
  const found = await platform.listOrderIds?.(account, { fromMs: NOW - 8 * DAY_MS, toMs: NOW });
  expect(found?.ok === true && found.value.length).toBe(5);
  expect(others).toHaveLength(8);
});

test('an order is found by its waybill alone, or by the number the shop knows it under', async () => {
  const { platform, account, others } = await setup(() => listed([ORDER_ID], { has_more: false, total: 1 }));
  const found = { ok: true, value: [ORDER_ID] };
  expect(await platform.findOrderIds?.(account, { by: 'waybill', waybill: '75531717195834' })).toEqual(found);
  expect(await platform.findOrderIds?.(account, { by: 'shop-order', orderId: '3729352105237033729' })).toEqual(found);
  expect(others[0]).toMatchObject({
    path: '/channels/ec/order/dropship/supplier/search',
    body: { search_condition: { waybill_id: '75531717195834' } },
  });
  expect(others[1]?.bodyText).toContain('"search_condition":{"order_id":3729352105237033729}');
  expect(await platform.findOrderIds?.(account, { by: 'shop-order', orderId: 'A-17' })).toEqual({
    ok: true,
    value: [],
  });
  expect(others).toHaveLength(2);
});

test('the token of a shop is never used for the supplier, nor the other way round, though all else is the same', async () => {
  const { deps, platform, account, others } = await setup((call) =>
    call.path.includes('dropship') ? { body: dropshipReply() } : { body: { errcode: 0, company_list: [] } },
  );
  const channels = createWechatChannels(deps);
  await channels.listCarriers?.(account);
  await platform.getOrder?.(account, ORDER_ID);
  await channels.listCarriers?.(account);
  await platform.getOrder?.(account, ORDER_ID);
  expect(others.map((call) => call.token)).toEqual(['T1', 'T2', 'T1', 'T2']);
  platform.forget(account.shopId);
  await channels.listCarriers?.(account);
  await platform.getOrder?.(account, ORDER_ID);
  expect(others.slice(4).map((call) => call.token)).toEqual(['T1', 'T3']);
});

test('each unpublished status is written down once, with what it was seen together with, and without the order', async () => {
  let status = 300;
  const { platform, account, log } = await setup(() => ({ body: dropshipReply({ status }) }));
  await platform.getOrder?.(account, ORDER_ID);
  await platform.getOrder?.(account, ORDER_ID);
  status = 777;
  await platform.getOrder?.(account, ORDER_ID);
  const notes = log.lines.filter((line) => line.startsWith('platform.unpublished-status'));
  expect(notes).toHaveLength(2);
  expect(notes[0]).toContain('"status":"300","seenAs":"to-ship"');
  expect(notes.join('\n')).not.toContain(ORDER_ID);
});

test('a correction leaves once and is classed for good: never repeated by itself', async () => {
  const side = (waybill: string) => ({ carrierCode: 'ZTO', carrierName: '', waybill });
  const correction = {
    version: 1,
    kind: 'correct',
    orderId: ORDER_ID,
    whole: true,
    from: side('75531717195834'),
    to: side('75531717195835'),
    items: [{ productId: '1', skuId: '2', quantity: 1 }],
  } as const;
  const { platform, account, others } = await setup(() => ({ reset: true }));
  const payload = { ...correction, items: [...correction.items] };
  expect(platform.resendClass(payload)).toBe('C');
  expect(platform.resendClass(payloadOf())).toBe('B');
  expect((await platform.correct?.(account, payload, 2_000))?.verdict).toEqual({ kind: 'ambiguous' });
  expect(others).toHaveLength(1);
  const same = { ...payload, to: payload.from };
  expect(await platform.correct?.(account, same, 2_000)).toMatchObject({
    phase: 'none',
    verdict: { kind: 'refused', defect: true, field: 'waybill' },
  });
  expect(others).toHaveLength(1);
});

const HOSTILE: readonly ScriptedReply[] = [
  { body: '' },
  { body: 'null' },
  { body: '[]' },
  { body: '{"errcode":0}' },
  { body: '{"errcode":"0","dropship_order":{}}' },
  { body: '{"errcode":0,"dropship_order":null,"ds_order_id_list":"x","company_list":{}}' },
  { body: `{"errcode":0,"dropship_order":{"ds_order_id":"${ORDER_ID}","status":300},"ds_order_id_list":[{}]}` },
  { body: `{"errcode":0,"dropship_order":{"ds_order_id":"1","dropship_order_detail":{}},"has_more":"no"}` },
  { body: '{"errcode":0,"ds_order_id_list":[1.5],"company_list":[null],"__proto__":{}}' },
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
      await platform.listOrderIds?.(account, hour),
      await platform.findOrderIds?.(account, { by: 'waybill', waybill: '75531717195834' }),
    ];
    for (const result of results) expect(result?.ok, JSON.stringify(reply).slice(0, 120)).toBe(false);
  }
});
