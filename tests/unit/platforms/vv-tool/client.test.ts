import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createVvTool } from '../../../../electron/services/platforms/vv-tool/client.ts';
import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import { wrongCredential } from '../../../../shared/domain/platforms/credential-check.ts';
import { PLATFORMS } from '../../../../shared/domain/platforms/platform-list.ts';
import { VV_SHOP_KINDS } from '../../../../shared/domain/platforms/vv-tool/shop-kinds.ts';
import { payloadOf } from '../../../support/sample-order.ts';
import { accountAt, clientDeps } from '../quiet-deps.ts';
import { SAMPLE_SUCCESS } from './answers.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

type Asked = { readonly path: string; readonly authorization: string; readonly type: string; readonly body: string };

/** A server that answers what a test says, and the client in front of it. */
async function scripted(answer: (path: string, index: number) => unknown) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { authorization = '', 'content-type': type = '' } = request.headers;
      const path = request.url ?? '';
      asked.push({ path, authorization, type, body: Buffer.concat(chunks).toString('utf8') });
      const said = answer(path, asked.length - 1);
      response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const deps = { ...clientDeps(), callsPerSecond: 1_000, limitPerSecond: 1_000 };
  const account = accountAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    credentials: { account: 'example', accessKey: 'example-secret-key', shopId: '1234567', vvtype: '1' },
  });
  return { asked, deps, account, platform: createVvTool(deps) };
}

const TOKEN = { code: 0, data: { access_token: 'example-token', expires_in: 259_200_000 } };
const trade = (tid: string) =>
  `{"code":0,"data":{"trade":{"tid":${tid},"status":"WAIT_SELLER_SEND_GOODS","orders":{"order":[{"oid":${tid},"num_iid":"P1","sku_id":"S1","num":1,"status":"WAIT_SELLER_SEND_GOODS"}]}}}}`;

test('a shipment is a multipart form with the token in its header, as in the samples', async () => {
  const desk = await scripted((path) => (path.endsWith('/token') ? TOKEN : SAMPLE_SUCCESS));
  expect((await desk.platform.send(desk.account, payloadOf(), 3_000)).verdict).toEqual({ kind: 'applied' });
  const [token, send] = desk.asked;
  expect(token).toMatchObject({ path: '/api/proxy/oauth/token', authorization: '' });
  expect(token?.body).toContain('name="grant_type"\r\n\r\nclient_credentials\r\n');
  expect(token?.body).toContain('name="client_id"\r\n\r\nexample\r\n');
  expect(token?.body).toContain('name="client_secret"\r\n\r\nexample-secret-key\r\n');
  expect(send).toMatchObject({ path: '/tool/erps/send', authorization: 'Bearer example-token' });
  expect(send?.type).toMatch(/^multipart\/form-data; boundary=DispatchDesk[0-9a-f]{32}$/);
  expect(desk.deps.log.lines.join()).not.toContain('example-secret-key');
});

test('a token of years is kept, and one whose life is not named for a day', async () => {
  const desk = await scripted((path) => (path.endsWith('/token') ? { access_token: 'example-token' } : SAMPLE_SUCCESS));
  await desk.platform.authorise?.(desk.account);
  desk.deps.clock.pass(23 * 3_600_000);
  await desk.platform.authorise?.(desk.account);
  desk.deps.clock.pass(2 * 3_600_000);
  await desk.platform.authorise?.(desk.account);
  expect(desk.asked.filter((call) => call.path.endsWith('/token'))).toHaveLength(2);
  const years = await scripted((path) => (path.endsWith('/token') ? TOKEN : SAMPLE_SUCCESS));
  await years.platform.authorise?.(years.account);
  years.deps.clock.pass(300 * 86_400_000);
  await years.platform.authorise?.(years.account);
  expect(years.asked.filter((call) => call.path.endsWith('/token'))).toHaveLength(1);
});

test.each([
  [
    { code: 401, msg: '身份凭证无效' },
    { kind: 'account', cause: 'credentials' },
  ],
  [
    { code: 103, msg: '旺旺账号不存在' },
    { kind: 'account', cause: 'credentials' },
  ],
  [{ error: 'invalid_client' }, { kind: 'account', cause: 'credentials' }],
  [{ code: 202, msg: '系统错误,请稍后再试' }, { kind: 'busy' }],
  [
    { code: 204, msg: 'API 调用次数不足' },
    { kind: 'account', cause: 'quota' },
  ],
  ['<html>', { kind: 'bad-answer' }],
])('a token refused with %j stops the shipment before it starts', async (answer, error) => {
  const desk = await scripted(() => answer);
  expect(await desk.platform.checkConnection(desk.account)).toMatchObject({ ok: false, error });
  const outcome = await desk.platform.send(desk.account, payloadOf(), 3_000);
  expect(outcome.phase).toBe('none');
  expect(['account', 'not-sent']).toContain(outcome.verdict.kind);
  expect(desk.asked.some((call) => call.path === '/tool/erps/send')).toBe(false);
});

test('what cannot be put on the wire is refused without a call', async () => {
  const desk = await scripted(() => TOKEN);
  expect(await desk.platform.send(desk.account, payloadOf({ deliver: { type: 'none' } }), 3_000)).toMatchObject({
    phase: 'none',
    verdict: { kind: 'refused', defect: true, field: 'deliver-type' },
  });
  expect(desk.asked).toEqual([]);
});

test('an answer about another trade, or a detail that tells of one, is no look', async () => {
  const other = await scripted((path) => (path.endsWith('/token') ? TOKEN : trade('534175553569487022')));
  expect(await other.platform.readBack?.(other.account, payloadOf({ orderId: '534175553569487000' }))).toMatchObject({
    error: { kind: 'bad-answer' },
  });
  const shipped = trade('534175553569487022').replaceAll('WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS');
  const detail = await scripted((path) => {
    if (path.endsWith('/token')) return TOKEN;
    return path.endsWith('/detail')
      ? '{"code":0,"data":{"shippings":{"shipping":[{"tid":534175553569487099,"out_sid":"75531717195834"}]}}}'
      : shipped;
  });
  expect(await detail.platform.readBack?.(detail.account, payloadOf({ orderId: '534175553569487022' }))).toMatchObject({
    ok: false,
    error: { kind: 'bad-answer' },
  });
});

test('a listener that fails does not make a shipment look failed', async () => {
  const desk = await scripted((path) => (path.endsWith('/token') ? TOKEN : SAMPLE_SUCCESS));
  const platform = createVvTool({
    ...desk.deps,
    onCharge: () => {
      throw new Error('full');
    },
  });
  expect((await platform.send(desk.account, payloadOf(), 3_000)).verdict).toEqual({ kind: 'applied' });
});

test('corrections are not something this platform does', async () => {
  const { platform } = await scripted(() => TOKEN);
  expect(platform.correct).toBeUndefined();
  expect(platform.capabilities.corrections).toBe(0);
});

test('a shop is added with account and access key, or with a pasted token, and with what it may have besides', () => {
  const wrong = (credentials: Record<string, string>) => wrongCredential(PLATFORMS['vv-tool'], credentials);
  const shop = { shopId: '1', vvtype: '1' };
  const keys = { account: 'a', accessKey: 'k' };
  expect(wrong({ ...keys, ...shop })).toBeNull();
  expect(wrong({ accessToken: 't', ...shop })).toBeNull();
  expect(wrong({ ...keys, ...shop, senderId: '10001', cancelId: '10002' })).toBeNull();
  expect(wrong({ ...keys, ...shop, senderId: '发货仓' })).toBe('senderId');
  expect(wrong({ ...keys, ...shop, cancelId: '10002a' })).toBe('cancelId');
  expect(wrong({ ...keys, ...shop, retailStoreId: '1', retailStoreType: 'STORE' })).toBeNull();
  expect(wrong({ ...keys, ...shop, retailStoreId: 'a|b', retailStoreType: 'STORE' })).toBe('retailStoreId');
  expect(wrong({ ...keys, ...shop, retailStoreType: 'STORE' })).toBe('retailStoreId');
  expect(wrong({ ...keys, ...shop, retailStoreId: '1' })).toBe('retailStoreType');
  expect(wrong({ ...keys, ...shop, vvtype: '5' })).toBe('vvtype');
  expect(wrong({ ...keys, ...shop, retailStoreType: 'SHED' })).toBe('retailStoreType');
  expect(wrong({ account: 'a', ...shop })).toBe('accessKey');
  expect(wrong({ ...keys, accessToken: 't', ...shop })).toBe('accessToken');
  expect(wrong({ ...keys, ...shop, colour: 'red' })).toBe('colour');
  expect(wrong({ ...keys, shopId: '1 2', vvtype: '1' })).toBe('shopId');
});

test('the shops of the document’s menu are offered, and only Taobao as confirmed', () => {
  expect(VV_SHOP_KINDS.map((kind) => kind.zh)).toEqual([
    '淘宝 / 天猫',
    '拼多多',
    '抖音',
    '京东',
    '快手',
    '当当',
    '1688',
    '淘工厂',
    '小红书',
    '有赞',
    '微店',
  ]);
  expect(VV_SHOP_KINDS.filter((kind) => kind.confirmed).map((kind) => kind.value)).toEqual(['taobao']);
});

test('a refused token is not written down as a code nobody knows', () => {
  expect(lookup('vv-tool', '401')?.replyClass).toEqual({ kind: 'token' });
});

test('one trade of a list that makes no sense is told by its number, and takes no other with it', async () => {
  const listed = (trades: readonly unknown[]) => ({
    code: 0,
    data: { total_results: trades.length, trades: { trade: trades } },
  });
  const child = { oid: '1', num_iid: 'P1', sku_id: 'S1', num: 1, status: 'WAIT_SELLER_SEND_GOODS' };
  const good = (tid: string) => ({ tid, status: 'WAIT_SELLER_SEND_GOODS', orders: { order: [child] } });
  const odd = { ...good('902'), orders: { order: [{ ...child, num: 'many' }] } };
  const list = async (trades: readonly unknown[]) => {
    const desk = await scripted((path) => (path.endsWith('/token') ? TOKEN : listed(trades)));
    return desk.platform.listOrders?.(desk.account, { fromMs: 0, toMs: 60_000 });
  };
  expect(await list([good('901'), odd, good('903')])).toMatchObject({
    ok: true,
    value: {
      orders: [{ orderId: '903' }, { orderId: '901' }],
      unread: [{ orderId: '902', failure: { kind: 'bad-answer', message: 'the answer lacks orders.0.num' } }],
    },
  });
  expect(await list([good('901'), { status: 'WAIT_SELLER_SEND_GOODS' }])).toMatchObject({
    ok: false,
    error: { kind: 'bad-answer' },
  });
});
