import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SendOutcome } from '../../electron/services/platforms/platform.ts';
import type { FaultInput } from '../../electron/training/core/fault.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { packageOf, startDouyinDesk, type DouyinPractice } from './douyin-desk.ts';

let practice: DouyinPractice;
beforeAll(async () => {
  practice = await startDouyinDesk();
});
beforeEach(() => practice.desk.clearFaults());
afterAll(() => practice.stop());

const send = (payload: SendPayload, timeoutMs = 3_000): Promise<SendOutcome> =>
  practice.platform.send(practice.account, payload, timeoutMs);
const look = (payload: SendPayload) => practice.platform.readBack?.(practice.account, payload);
const spoil = (order: PracticeOrderView, fault: FaultInput) =>
  practice.desk.setFault({ scope: order.orderId, calls: ['send'], ...fault });

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
const CLEAN = ['bom', 'trailing-comma', 'gbk', 'answered-twice', 'slow-answer', 'slow', 'wrong-clock'] as const;

/** Whole orders and packages of a split order: both calls stand the same replies. */
const FORMS = [
  ['a whole order', (order: PracticeOrderView) => packageOf(order)],
  ['a split package', (order: PracticeOrderView) => packageOf(order, { split: true })],
] as const;

test.each(FORMS.flatMap(([name, make]) => AMBIGUOUS.map((mode) => [mode, name, make] as const)))(
  '%s leaves %s in doubt after one request, and a look tells the truth',
  async (mode, _name, make) => {
    const order = await practice.order();
    const payload = make(order);
    await spoil(order, { mode });
    const outcome = await send(payload, 800);
    expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'ambiguous' });
    expect(outcome.phase).not.toBe('none');
    await practice.desk.clearFaults();
    const { requests, applied, doubled } = await practice.desk.summary(order.orderId);
    expect(requests.send).toBe(1);
    expect(doubled).toEqual([]);
    expect(await look(payload)).toMatchObject({ ok: true, value: { kind: applied.send === 1 ? 'ours' : 'absent' } });
  },
);

test.each(CLEAN)('%s is still a clean success', async (mode) => {
  const order = await practice.order();
  await spoil(order, { mode, count: 1, delayMs: 300 });
  const outcome = await send(packageOf(order), 5_000);
  expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'applied' });
});

test('a shipment applied after the connection broke is absent at first and found later', async () => {
  const order = await practice.order();
  await spoil(order, { mode: 'late-apply', delayMs: 400 });
  expect((await send(packageOf(order))).verdict).toEqual({ kind: 'ambiguous' });
  expect(await look(packageOf(order))).toMatchObject({ value: { kind: 'absent' } });
  await expect.poll(async () => (await practice.desk.summary(order.orderId)).applied.send, { timeout: 5_000 }).toBe(1);
  expect(await look(packageOf(order))).toMatchObject({ value: { kind: 'ours' } });
});

test('429 was not applied, 403 closes the account for its address, an unknown code is in doubt', async () => {
  const order = await practice.order();
  await spoil(order, { mode: 'too-many', retryAfterS: 3 });
  expect(await send(packageOf(order))).toMatchObject({
    verdict: { kind: 'retry' },
    retryAfterMs: 3_000,
    httpStatus: 429,
  });
  await spoil(order, { mode: 'forbidden' });
  expect(await send(packageOf(order))).toMatchObject({ code: 'http-403', verdict: { kind: 'account', cause: 'ip' } });
  await spoil(order, { mode: 'answer', code: 9909001, message: 'something new' });
  expect(await send(packageOf(order))).toMatchObject({
    code: '9909001',
    message: 'something new',
    verdict: { kind: 'ambiguous' },
  });
  expect((await practice.desk.summary(order.orderId)).applied.send).toBe(0);
});

test('a cut line proves that nothing was sent', async () => {
  const order = await practice.order();
  await practice.desk.setFault({ mode: 'offline' });
  expect(await send(packageOf(order))).toMatchObject({
    phase: 'none',
    verdict: { kind: 'not-sent', reason: 'refused' },
  });
  await practice.desk.clearFaults();
  expect((await practice.desk.summary(order.orderId)).requests.send).toBe(0);
});

test('a look that brings no answer worth the name proves nothing', async () => {
  const order = await practice.order();
  await send(packageOf(order));
  for (const mode of ['bad-gateway-after', 'truncated-after', 'code-as-text', 'empty-after', 'forbidden'] as const) {
    await practice.desk.setFault({ mode, calls: ['read'], count: 1 });
    expect((await look(packageOf(order)))?.ok, mode).toBe(false);
    await practice.desk.clearFaults();
  }
  expect(await look(packageOf(order))).toMatchObject({ ok: true, value: { kind: 'ours' } });
});

test('a wrong secret, an unknown seller and a withdrawn right are told apart', async () => {
  const { account } = practice;
  const payload = packageOf(await practice.order());
  const withField = (name: string, value: string) => ({
    ...account,
    credentials: { ...account.credentials, [name]: value },
  });
  const cases = [
    ['appSecret', 'example-secret-wrong', 'gateway:signature', 'credentials'],
    ['appId', 'fc-unknown', 'gateway:appid', 'credentials'],
    ['sellerNick', 'oms-unknown', 'gateway:grant', 'permission'],
  ] as const;
  for (const [field, value, code, cause] of cases) {
    const wrong = withField(field, value);
    expect(await practice.platform.send(wrong, payload, 3_000)).toMatchObject({
      code,
      verdict: { kind: 'account', cause },
    });
    expect(await practice.platform.checkConnection(wrong)).toMatchObject({
      ok: false,
      error: { kind: 'account', cause, code },
    });
  }
  expect((await practice.desk.summary(payload.orderId)).applied.send).toBe(0);
});
