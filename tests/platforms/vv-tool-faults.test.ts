import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FaultInput } from '../../electron/training/core/fault.ts';
import { PASTED_TOKEN } from '../../electron/training/vv-tool/vv-token-desk.ts';
import { parcelOf, startVvDesk, type VvPractice } from './vv-tool-desk.ts';

let practice: VvPractice;
beforeAll(async () => {
  practice = await startVvDesk({ tokenLifeS: 7_200 });
});
beforeEach(() => practice.desk.clearFaults());
afterAll(() => practice.stop());

/** Replies after which nobody can know, whether or not the shipment took effect. */
const AMBIGUOUS: readonly FaultInput['mode'][] = [
  'reset-before',
  'reset-after',
  'silent-before',
  'silent-after',
  'bad-gateway-before',
  'bad-gateway-after',
  'truncated-after',
  'cut-off-after',
  'minus-one-before',
  'minus-one-after',
  'busy',
  'forbidden',
  'unavailable',
  'redirect',
  'no-content-after',
  'empty-after',
  'code-as-text',
  'code-missing',
  'code-null',
  'big-number',
  'duplicate-keys',
  'gzip-bomb',
  'oversized',
  'endless',
  'slow-drip',
];

test.each(AMBIGUOUS)('%s leaves the shipment in doubt after one request, and a look tells the truth', async (mode) => {
  const trade = await practice.trade();
  const payload = parcelOf(trade);
  await practice.desk.setFault({ mode, scope: trade.orderId, calls: ['send'] });
  const outcome = await practice.platform.send(practice.account, payload, 1_000);
  expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'ambiguous' });
  expect(outcome.phase).not.toBe('none');
  await practice.desk.clearFaults();
  const { requests, applied, doubled } = await practice.desk.summary(trade.orderId);
  expect(requests.send).toBe(1);
  expect(doubled).toEqual([]);
  expect(await practice.platform.readBack?.(practice.account, payload)).toMatchObject({
    ok: true,
    value: { kind: applied.send === 1 ? 'ours' : 'absent' },
  });
});

test.each(['bom', 'trailing-comma', 'gbk', 'answered-twice', 'slow-answer', 'slow', 'wrong-clock'] as const)(
  '%s is still a clean success',
  async (mode) => {
    const trade = await practice.trade();
    await practice.desk.setFault({ mode, scope: trade.orderId, calls: ['send'], count: 1, delayMs: 300 });
    const outcome = await practice.platform.send(practice.account, parcelOf(trade), 5_000);
    expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'applied' });
    expect((await practice.desk.summary(trade.orderId)).applied.send).toBe(1);
  },
);

test('a shipment that is applied late is not there yet at the first look, and there at the next', async () => {
  const trade = await practice.trade();
  const payload = parcelOf(trade);
  await practice.desk.setFault({ mode: 'late-apply', scope: trade.orderId, calls: ['send'], delayMs: 400 });
  expect((await practice.platform.send(practice.account, payload, 5_000)).verdict).toEqual({ kind: 'ambiguous' });
  expect(await practice.platform.readBack?.(practice.account, payload)).toMatchObject({ value: { kind: 'absent' } });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await practice.platform.readBack?.(practice.account, payload)).toMatchObject({ value: { kind: 'ours' } });
});

test('too many requests were not applied and may be tried again after the time asked for', async () => {
  const trade = await practice.trade();
  await practice.desk.setFault({ mode: 'too-many', scope: trade.orderId, calls: ['send'], retryAfterS: 3 });
  expect(await practice.platform.send(practice.account, parcelOf(trade), 3_000)).toMatchObject({
    code: 'http-429',
    verdict: { kind: 'retry' },
    retryAfterMs: 3_000,
  });
  expect((await practice.desk.summary(trade.orderId)).applied.send).toBe(0);
});

test('a cut line proves that nothing was sent', async () => {
  const trade = await practice.trade();
  await practice.platform.listCarriers?.(practice.account);
  await practice.desk.setFault({ mode: 'offline' });
  const outcome = await practice.platform.send(practice.account, parcelOf(trade), 3_000);
  expect(outcome).toMatchObject({ phase: 'none', verdict: { kind: 'not-sent', reason: 'refused' } });
  await practice.desk.clearFaults();
  expect((await practice.desk.summary(trade.orderId)).requests.send).toBe(0);
});

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
