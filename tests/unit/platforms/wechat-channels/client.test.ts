import { afterEach, expect, test } from 'vitest';
import { createWechatChannels } from '../../../../electron/services/platforms/wechat-channels/client.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/kernel/time.ts';
import { accountAt, clientDeps } from '../quiet-deps.ts';
import { payloadOf } from '../../../support/sample-order.ts';
import { startScriptedServer, type ScriptedCall, type ScriptedReply, type ScriptedServer } from '../scripted-server.ts';
import { orderReply, parcelReply } from './order-reply.ts';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A platform whose tokens are T1, T2, … and whose other answers a test scripts. */
async function setup(reply: (call: ScriptedCall, index: number) => ScriptedReply) {
  let issued = 0;
  const others: ScriptedCall[] = [];
  const server = await startScriptedServer((call) => {
    if (call.path === '/cgi-bin/stable_token') {
      issued += 1;
      return { body: { access_token: `T${issued}`, expires_in: 7200 } };
    }
    return reply(call, others.push(call) - 1);
  });
  servers.push(server);
  const deps = clientDeps();
  return { ...deps, platform: createWechatChannels(deps), account: accountAt(server.baseUrl), server, others };
}

const NOW = Date.parse('2026-11-21T08:00:00Z');
const page = (ids: readonly (string | number)[], nextKey = ''): ScriptedReply => ({
  body: { errcode: 0, errmsg: 'ok', order_id_list: ids, next_key: nextKey, has_more: nextKey !== '' },
});
type ListBody = { readonly update_time_range: { readonly start_time: number; readonly end_time: number } };
const rangeOf = (call: ScriptedCall) => (call.body as unknown as ListBody).update_time_range;

test('the window is cut into spans of seven days in seconds, and an id met twice comes once', async () => {
  const { platform, account, others } = await setup((_call, index) => page(['1', String(index + 2)]));
  const window = { fromMs: NOW - 16 * DAY_MS, toMs: NOW };
  expect(await platform.listOrderIds?.(account, window)).toEqual({ ok: true, value: ['1', '2', '3', '4'] });
  const ranges = others.map(rangeOf);
  expect(ranges).toHaveLength(3);
  expect(ranges[0]?.start_time).toBe((NOW - 16 * DAY_MS) / 1_000);
  expect(ranges.at(-1)?.end_time).toBe(NOW / 1_000);
  for (const { start_time, end_time } of ranges) expect(end_time - start_time).toBeLessThanOrEqual(7 * 86_400);
  ranges.slice(1).forEach((range, index) => expect(range.start_time).toBe(ranges[index]?.end_time));
});

test('pages repeat every parameter and change the key alone', async () => {
  const { platform, account, others } = await setup((_call, index) => page([String(index)], ['a', 'b', ''][index]));
  const window = { fromMs: NOW - HOUR_MS, toMs: NOW };
  expect(await platform.listOrderIds?.(account, window)).toEqual({ ok: true, value: ['0', '1', '2'] });
  expect(others.map((call) => call.body['next_key'])).toEqual(['', 'a', 'b']);
  const rest = others.map(({ body }) => ({ ...body, next_key: null }));
  expect(rest[1]).toEqual(rest[0]);
  expect(rest[2]).toEqual(rest[0]);
  expect(others[0]?.body['page_size']).toBe(100);
});

test('too many orders in a span halve it until the platform answers', async () => {
  const { platform, account, others } = await setup((call) => {
    const { start_time, end_time } = rangeOf(call);
    return end_time - start_time > 43_200
      ? { body: { errcode: 31042, errmsg: 'too many' } }
      : page([String(start_time)]);
  });
  const listed = await platform.listOrderIds?.(account, { fromMs: NOW - 2 * DAY_MS, toMs: NOW });
  const start = NOW / 1_000 - 2 * 86_400;
  expect(listed).toEqual({ ok: true, value: [0, 1, 2, 3].map((part) => String(start + part * 43_200)) });
  expect(others).toHaveLength(7);
});

test('a platform that always says too many, or always says more, is not followed for ever', async () => {
  const tooMany = await setup(() => ({ body: { errcode: 31042, errmsg: 'too many' } }));
  const short = { fromMs: NOW - 8_000, toMs: NOW };
  expect(await tooMany.platform.listOrderIds?.(tooMany.account, short)).toMatchObject({
    ok: false,
    error: { code: '31042' },
  });
  expect(tooMany.others.length).toBeLessThan(10);
  const more = await setup(() => page(['1'], 'same'));
  expect(await more.platform.listOrderIds?.(more.account, short)).toMatchObject({
    ok: false,
    error: { kind: 'bad-answer' },
  });
  expect(more.others).toHaveLength(2);
});

test('a read whose token is refused renews it once and asks once more', async () => {
  const { platform, account, others, server } = await setup((call) =>
    call.token === 'T1' ? { body: { errcode: 42001, errmsg: 'access_token expired' } } : page(['7']),
  );
  const window = { fromMs: NOW - HOUR_MS, toMs: NOW };
  expect(await platform.listOrderIds?.(account, window)).toEqual({ ok: true, value: ['7'] });
  expect(others.map((call) => call.token)).toEqual(['T1', 'T2']);
  expect(server.calls).toHaveLength(4);
});

test('tokens that are always refused end as wrong credentials after two calls', async () => {
  const { platform, account, others } = await setup(() => ({ body: { errcode: 40001, errmsg: 'invalid credential' } }));
  const read = await platform.getOrder?.(account, '1');
  expect(read).toMatchObject({ ok: false, error: { kind: 'account', cause: 'credentials', code: '40001' } });
  expect(others).toHaveLength(2);
  const sent = await platform.send(account, payloadOf(), 2_000);
  expect(sent.verdict).toEqual({ kind: 'account', cause: 'credentials' });
  expect(others).toHaveLength(4);
});

test('a shipment whose token is refused goes once more with the same bytes, and no third time', async () => {
  const { platform, account, others } = await setup((call) =>
    call.token === 'T1'
      ? { body: { errcode: 40014, errmsg: 'invalid token' } }
      : { body: { errcode: 0, errmsg: 'ok' } },
  );
  const outcome = await platform.send(account, payloadOf(), 2_000);
  expect(outcome).toMatchObject({ verdict: { kind: 'applied' }, phase: 'answered', httpStatus: 200, code: '0' });
  expect(others.map((call) => call.token)).toEqual(['T1', 'T2']);
  expect(others[0]?.bodyText).toBe(others[1]?.bodyText);
});

test.each([
  ['a cut', { reset: true }],
  ['502', { status: 502, body: 'Bad Gateway' }],
  ['system busy', { body: { errcode: -1, errmsg: 'system error' } }],
  ['a redirect', { status: 307, headers: { Location: '/channels/ec/order/delivery/send' }, body: '' }],
])('a shipment answered by %s is made exactly once', async (_name, reply) => {
  const { platform, account, others } = await setup(() => reply);
  expect((await platform.send(account, payloadOf(), 2_000)).verdict).toEqual({ kind: 'ambiguous' });
  expect(others).toHaveLength(1);
});

test('without a token nothing is sent, and the cause is told', async () => {
  const deps = clientDeps();
  const platform = createWechatChannels(deps);
  const refused = await startScriptedServer(() => ({ body: { errcode: 40164, errmsg: 'invalid ip, rid: 66b1-aa' } }));
  servers.push(refused);
  expect(await platform.send(accountAt(refused.baseUrl), payloadOf(), 2_000)).toMatchObject({
    phase: 'none',
    code: '40164',
    requestId: '66b1-aa',
    verdict: { kind: 'account', cause: 'ip' },
  });
  await refused.close();
  const offline = await platform.send(accountAt(refused.baseUrl), payloadOf(), 2_000);
  expect(offline).toMatchObject({ phase: 'none', verdict: { kind: 'not-sent', reason: 'refused' } });
});

test('a package with two serial numbers is never put on the wire', async () => {
  const { platform, account, server } = await setup(() => ({ body: { errcode: 0 } }));
  const serialNumbers = [{ serialNumber: 'SN-01' }, { serialNumber: 'SN-02' }];
  const items = [{ productId: 'P1', skuId: 'S1', quantity: 2, serialNumbers }];
  const outcome = await platform.send(account, payloadOf({ items }), 2_000);
  expect(outcome).toMatchObject({ phase: 'none', verdict: { kind: 'refused', defect: true, field: 'serial-number' } });
  expect(server.calls).toHaveLength(0);
});

test('resending is classed by what a repeat could do', async () => {
  const { platform } = await setup(() => ({}));
  const withSerial = { productId: 'P1', skuId: 'S1', quantity: 1, serialNumbers: [{ serialNumber: 'SN-01' }] };
  const side = { carrierCode: 'ZTO', carrierName: '', waybill: '75531717195834' };
  expect(platform.resendClass(payloadOf())).toBe('A');
  expect(platform.resendClass(payloadOf({ whole: false }))).toBe('B');
  expect(platform.resendClass(payloadOf({ items: [withSerial] }))).toBe('C');
  const correct = { version: 1, kind: 'correct', orderId: '1', whole: true, from: side, to: side, items: [] } as const;
  expect(platform.resendClass({ ...correct, items: [] })).toBe('C');
});

test('carriers are read in both shapes the pages show, each code once', async () => {
  const list = [
    { delivery_id: 'ZTO', delivery_name: '中通快递' },
    { delivery_id: 'ZTO', delivery_name: '中通' },
    { delivery_id: 'AAE', delivery_name: '' },
  ];
  const bodies = [
    { errcode: 0, company_list: list },
    { errcode: 0, data: { company_list: list } },
  ];
  const { platform, account, others } = await setup((_call, index) => ({ body: bodies[index] ?? {} }));
  const expected = {
    ok: true,
    value: {
      carriers: [
        { code: 'ZTO', name: '中通快递' },
        { code: 'AAE', name: 'AAE' },
      ],
    },
  };
  for (const raw of bodies) {
    expect(await platform.listCarriers?.(account)).toMatchObject({ ...expected, value: { ...expected.value, raw } });
    expect(platform.carriersIn?.(raw)).toEqual(expected.value.carriers);
  }
  expect(platform.carriersIn?.({ errcode: 0 })).toBeNull();
  expect(others[0]).toMatchObject({
    path: '/channels/ec/order/deliverycompanylist/new/get',
    body: { ewaybill_only: false },
  });
});

test('the test of a connection asks for a token anew and tells carriers and the server’s clock', async () => {
  const { platform, account, server } = await setup(() => ({
    headers: { Date: 'Sat, 21 Nov 2026 08:10:00 GMT' },
    body: { errcode: 0, company_list: [{ delivery_id: 'SF', delivery_name: '顺丰速运' }] },
  }));
  await platform.listCarriers?.(account);
  expect(await platform.checkConnection(account)).toEqual({
    ok: true,
    value: { carriers: 1, serverTimeMs: Date.parse('2026-11-21T08:10:00Z') },
  });
  expect(server.calls.filter((call) => call.path === '/cgi-bin/stable_token')).toHaveLength(2);
});

test('the test of a connection tells a refused port, a bad name and TLS apart', async () => {
  const platform = createWechatChannels(clientDeps());
  const gone = await startScriptedServer(() => ({}));
  await gone.close();
  const networkOf = async (baseUrl: string) => {
    const report = await platform.checkConnection(accountAt(baseUrl));
    return report.ok ? null : report.error.network;
  };
  expect(await networkOf(gone.baseUrl)).toBe('refused');
  expect(['dns', 'unreachable']).toContain(await networkOf('https://no-such-host.invalid'));
  const plain = await startScriptedServer(() => ({}));
  servers.push(plain);
  expect(await networkOf(plain.baseUrl.replace('http://127.0.0.1', 'https://localhost'))).toBe('tls');
});

test('an order of another number, or one nobody has, is no order', async () => {
  const { platform, account } = await setup((call) =>
    call.body['order_id'] === '1' ? { body: orderReply() } : { body: { errcode: 100002, errmsg: 'order not exist' } },
  );
  expect(await platform.getOrder?.(account, '1')).toMatchObject({ ok: false, error: { kind: 'bad-answer' } });
  expect(await platform.getOrder?.(account, '2')).toMatchObject({
    ok: false,
    error: { kind: 'not-found', code: '100002' },
  });
});

test('a look finds our parcel and says what it proves', async () => {
  const goods = ['P1', 'S1', 1] as const;
  const { platform, account } = await setup(() => ({
    body: orderReply(
      { status: 30 },
      { delivery_info: { delivery_product_info: [parcelReply('75531717195834', 'ZTO', [goods])] } },
    ),
  }));
  expect(await platform.readBack?.(account, payloadOf())).toEqual({ ok: true, value: { kind: 'ours' } });
});

const HOSTILE: readonly ScriptedReply[] = [
  { body: '' },
  { body: 'null' },
  { body: '[]' },
  { body: '"ok"' },
  { body: '{"errcode":0}' },
  { body: '{"errcode":"0","order":{}}' },
  { body: '{"errcode":0,"order":null,"company_list":{},"order_id_list":"x"}' },
  {
    body: '{"errcode":0,"order":{"order_id":[],"status":{}},"company_list":[{}],"order_id_list":[{}],"has_more":"yes"}',
  },
  {
    body: '{"errcode":0,"order":{"order_id":"3705115058471208928","status":20,"order_detail":{"product_infos":[{"product_id":null}]}},"company_list":[null],"order_id_list":[null]}',
  },
  { body: '{"errcode":0,"__proto__":{"a":1},"order":[],"company_list":[{"delivery_id":1}],"order_id_list":[1.5]}' },
  { body: '{"errcode":1e400}' },
  { body: '<html>' },
  { body: '{"errcode":0,' },
  { body: `${'['.repeat(200_000)}` },
  { body: ' '.repeat(1_048_577) },
  { body: '{}', headers: { 'Content-Encoding': 'gzip' } },
  { body: '{}', headers: { 'Content-Type': 'application/json; charset=klingon' } },
  { status: 204 },
  { status: 302, headers: { Location: 'https://login.example.test/' } },
  { status: 401, body: 'no' },
  { status: 404, body: '{}' },
  { status: 500, body: '{"errcode":0}' },
  { status: 503, headers: { 'Retry-After': '999999999999' } },
  { reset: true },
];

test('no answer makes any read throw or succeed', async () => {
  let current: ScriptedReply = {};
  const { platform, account } = await setup(() => current);
  const window = { fromMs: NOW - HOUR_MS, toMs: NOW };
  for (const reply of HOSTILE) {
    current = reply;
    const where = JSON.stringify(reply).slice(0, 120);
    const results = [
      await platform.checkConnection(account),
      await platform.listCarriers?.(account),
      await platform.getOrder?.(account, '3705115058471208928'),
      await platform.readBack?.(account, payloadOf()),
      await platform.listOrderIds?.(account, window),
    ];
    for (const result of results) expect(result?.ok, where).toBe(false);
  }
});

test('no answer makes a shipment throw, and none of these counts as applied but a clean success', async () => {
  let current: ScriptedReply = {};
  const { platform, account } = await setup(() => current);
  const applied: string[] = [];
  for (const reply of HOSTILE) {
    current = reply;
    const outcome = await platform.send(account, payloadOf(), 3_000);
    expect(['ambiguous', 'applied'], JSON.stringify(outcome)).toContain(outcome.verdict.kind);
    if (outcome.verdict.kind === 'applied') applied.push(String(reply.body));
  }
  expect(applied).toHaveLength(5);
  for (const body of applied) expect(JSON.parse(body)).toMatchObject({ errcode: 0 });
});

test('the log of a whole day of trouble holds no token, secret or order', async () => {
  const { platform, account, log } = await setup((call) => ({ status: 500, body: `${call.token} example-secret` }));
  await platform.checkConnection(account);
  const outcome = await platform.send(account, payloadOf(), 2_000);
  const seen = [...log.lines, JSON.stringify(outcome)].join('\n');
  expect(log.lines.length).toBeGreaterThan(1);
  for (const secret of ['example-secret', '"T1"', 'access_token=T1', '3705115058471208928', '75531717195834'])
    expect(seen).not.toContain(secret);
});
