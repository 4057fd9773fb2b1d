import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PASTED_TOKEN } from '../../electron/training/vv-tool/vv-token-desk.ts';
import { parcelOf, startVvDesk, type VvPractice } from './vv-tool-desk.ts';

let practice: VvPractice;
beforeAll(async () => {
  practice = await startVvDesk({ tokenLifeS: 7_200 });
});
beforeEach(() => practice.desk.clearFaults());
afterAll(() => practice.stop());

test('a refused token is renewed once and the shipment applied once', async () => {
  const trade = await practice.trade();
  await practice.desk.setFault({ mode: 'answer', code: 401, scope: trade.orderId, calls: ['send'], count: 1 });
  expect(await practice.platform.send(practice.account, parcelOf(trade), 3_000)).toMatchObject({
    code: '0',
    verdict: { kind: 'applied' },
  });
  expect(await practice.desk.summary(trade.orderId)).toMatchObject({ requests: { send: 2 }, applied: { send: 1 } });
});

test('a new token that is refused too is the credentials’ matter, and no third call is made', async () => {
  const trade = await practice.trade();
  await practice.desk.setFault({ mode: 'answer', code: 401, scope: trade.orderId, calls: ['send'], count: 'always' });
  expect(await practice.platform.send(practice.account, parcelOf(trade), 3_000)).toMatchObject({
    verdict: { kind: 'account', cause: 'credentials' },
  });
  expect((await practice.desk.summary(trade.orderId)).requests.send).toBe(2);
});

test('a token that ended while the machine slept is renewed in passing', async () => {
  const trade = await practice.trade();
  await practice.platform.listCarriers?.(practice.account);
  practice.clock.pass(7_300_000);
  expect((await practice.platform.send(practice.account, parcelOf(trade), 3_000)).verdict).toEqual({ kind: 'applied' });
  expect((await practice.desk.summary(trade.orderId)).requests.send).toBe(1);
});

test('a pasted token works without account and access key; a bad one is never replaced', async () => {
  const { shopId, baseUrl } = practice.account;
  const pasted = (accessToken: string) => ({
    shopId: `${shopId}-pasted`,
    baseUrl,
    credentials: { accessToken, shopId: '730000001', vvtype: '1' },
  });
  const trade = await practice.trade();
  const tokensBefore = (await practice.desk.summary()).requests.token;
  expect(await practice.platform.send(pasted('example-token-old'), parcelOf(trade), 3_000)).toMatchObject({
    code: '401',
    verdict: { kind: 'account', cause: 'credentials' },
  });
  expect((await practice.platform.send(pasted(PASTED_TOKEN), parcelOf(trade), 3_000)).verdict).toEqual({
    kind: 'applied',
  });
  expect((await practice.desk.summary()).requests.token).toBe(tokensBefore);
});

/** Answers that must never lead to a second request by the client itself. */
test.each([
  [614, '系统异常'],
  [614, '发货异常,请稍等后重试'],
  [614, 'isv.logistics-offline-service-error:CD01'],
  [614, '无人写过的话'],
  [101, undefined],
  [200, undefined],
  [202, undefined],
  [9999, 'never documented'],
] as const)('%s %s is answered once and not repeated', async (code, message) => {
  const trade = await practice.trade();
  await practice.desk.setFault({
    mode: 'answer',
    code,
    scope: trade.orderId,
    calls: ['send'],
    count: 'always',
    ...(message === undefined ? {} : { message }),
  });
  const outcome = await practice.platform.send(practice.account, parcelOf(trade), 3_000);
  expect(['ambiguous', 'refused']).toContain(outcome.verdict.kind);
  expect((await practice.desk.summary(trade.orderId)).requests.send).toBe(1);
});

test('a success without the trade that was asked for is no look', async () => {
  const trade = await practice.trade();
  await practice.desk.setFault({ mode: 'answer', code: 0, scope: trade.orderId, calls: ['read'] });
  expect(await practice.platform.readBack?.(practice.account, parcelOf(trade))).toMatchObject({
    ok: false,
    error: { kind: 'bad-answer' },
  });
});
