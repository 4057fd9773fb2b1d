import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FaultInput } from '../../electron/training/core/fault.ts';
import { startDesk, wholeParcel, type Desk } from './channels-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk({ orders: 20, tokenLifeS: 7_200 });
});
beforeEach(() => desk.desk.clearFaults());
afterAll(() => desk.stop());

const fresh = async () => {
  const [order] = await desk.desk.addOrders({ count: 1, kind: 'single', shop: 'living' });
  if (order === undefined) throw new Error('no order added');
  return order;
};

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
  const order = await fresh();
  const account = desk.accountOf(order.appId);
  const payload = wholeParcel(order);
  await desk.desk.setFault({ mode, scope: order.orderId, calls: ['send'] });
  const outcome = await desk.platform.send(account, payload, 1_000);
  expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'ambiguous' });
  expect(outcome.phase).not.toBe('none');
  await desk.desk.clearFaults();
  const { requests, applied, doubled } = await desk.desk.summary(order.orderId);
  expect(requests.send).toBe(1);
  expect(doubled).toEqual([]);
  const look = await desk.platform.readBack?.(account, payload);
  expect(look).toMatchObject({ ok: true, value: { kind: applied.send === 1 ? 'ours' : 'absent' } });
});

test.each(['bom', 'trailing-comma', 'answered-twice', 'slow-answer', 'slow'] as const)(
  '%s is still a clean success',
  async (mode) => {
    const order = await fresh();
    await desk.desk.setFault({ mode, scope: order.orderId, calls: ['send'], count: 1, delayMs: 300 });
    const outcome = await desk.platform.send(desk.accountOf(order.appId), wholeParcel(order), 5_000);
    expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'applied' });
    expect((await desk.desk.summary(order.orderId)).applied.send).toBe(1);
  },
);

test('busy and too many requests were not applied and may be tried again', async () => {
  const order = await fresh();
  const account = desk.accountOf(order.appId);
  await desk.desk.setFault({ mode: 'busy', scope: order.orderId, calls: ['send'] });
  expect((await desk.platform.send(account, wholeParcel(order), 3_000)).verdict).toMatchObject({ kind: 'retry' });
  await desk.desk.setFault({ mode: 'too-many', scope: order.orderId, calls: ['send'], retryAfterS: 3 });
  const limited = await desk.platform.send(account, wholeParcel(order), 3_000);
  expect(limited).toMatchObject({ verdict: { kind: 'retry' }, retryAfterMs: 3_000, httpStatus: 429 });
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
});

test('403 without JSON closes the account for its IP and no token is renewed', async () => {
  const order = await fresh();
  const account = desk.accountOf(order.appId);
  await desk.platform.listCarriers?.(account);
  const tokensBefore = (await desk.desk.ledger('kind=request')).filter(
    (entry) => 'call' in entry && entry.call === 'token',
  );
  await desk.desk.setFault({ mode: 'forbidden', scope: order.orderId, calls: ['send'] });
  expect(await desk.platform.send(account, wholeParcel(order), 3_000)).toMatchObject({
    code: 'http-403',
    verdict: { kind: 'account', cause: 'ip' },
  });
  const tokensAfter = (await desk.desk.ledger('kind=request')).filter(
    (entry) => 'call' in entry && entry.call === 'token',
  );
  expect(tokensAfter).toHaveLength(tokensBefore.length);
});

test('a cut line proves that nothing was sent', async () => {
  const order = await fresh();
  const account = desk.accountOf(order.appId);
  await desk.platform.listCarriers?.(account);
  await desk.desk.setFault({ mode: 'offline' });
  const outcome = await desk.platform.send(account, wholeParcel(order), 3_000);
  expect(outcome).toMatchObject({ phase: 'none', verdict: { kind: 'not-sent', reason: 'refused' } });
  await desk.desk.clearFaults();
  expect((await desk.desk.summary(order.orderId)).requests.send).toBe(0);
});

test('a server that hangs up on accept is never taken for an answer', async () => {
  const order = await fresh();
  const account = desk.accountOf(order.appId);
  await desk.platform.listCarriers?.(account);
  await desk.desk.setFault({ mode: 'reset-on-accept' });
  const outcome = await desk.platform.send(account, wholeParcel(order), 3_000);
  await desk.desk.clearFaults();
  expect(['not-sent', 'ambiguous']).toContain(outcome.verdict.kind);
  expect(outcome.verdict.kind === 'not-sent').toBe(outcome.phase === 'none');
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
});

test.each([40001, 40014, 42001])('token code %i: one renewal, one more request, applied once', async (code) => {
  const order = await fresh();
  desk.clock.pass(31_000);
  await desk.desk.setFault({ mode: 'answer', code, scope: order.orderId, calls: ['send'], count: 1 });
  const outcome = await desk.platform.send(desk.accountOf(order.appId), wholeParcel(order), 3_000);
  expect(outcome).toMatchObject({ verdict: { kind: 'applied' }, code: '0' });
  expect(await desk.desk.summary(order.orderId)).toMatchObject({ requests: { send: 2 }, applied: { send: 1 } });
});

test('a token refused again at once waits instead of forcing a second renewal', async () => {
  desk.clock.pass(31_000);
  for (const kind of ['applied', 'retry']) {
    const order = await fresh();
    await desk.desk.setFault({ mode: 'answer', code: 40001, scope: order.orderId, calls: ['send'], count: 1 });
    const outcome = await desk.platform.send(desk.accountOf(order.appId), wholeParcel(order), 3_000);
    expect(outcome.verdict.kind).toBe(kind);
  }
});

test('a token that died while the machine slept is renewed in passing', async () => {
  const order = await fresh();
  const account = desk.accountOf(order.appId);
  await desk.platform.listCarriers?.(account);
  desk.clock.pass(7_300_000);
  expect((await desk.platform.send(account, wholeParcel(order), 3_000)).verdict).toEqual({ kind: 'applied' });
  expect((await desk.desk.summary(order.orderId)).requests.send).toBe(1);
});
