import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SendOutcome } from '../../electron/services/platforms/platform.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { FaultInput } from '../../electron/training/core/fault.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import type { PlatformDesk } from './platform-desk.ts';

/** One platform as the suite of reply kinds needs it. */
export type ReplyKindsOf = {
  readonly start: () => Promise<PlatformDesk>;
  readonly freshOrder: (desk: PlatformDesk) => Promise<PracticeOrderView>;
  readonly payloadFor: (order: PracticeOrderView) => SendPayload;
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

/** Odd replies that still say "done" beyond doubt. */
const CLEAN = ['bom', 'trailing-comma', 'gbk', 'answered-twice', 'slow-answer', 'slow', 'wrong-clock'] as const;

/**
 * Runs every kind of reply against one platform's client and its practice platform, and compares what the client made of
 * it with what the ledger says took effect (RELIABILITY X7). Registers tests; call it once in a file.
 */
export function testReplyKinds({ start, freshOrder, payloadFor }: ReplyKindsOf): void {
  let desk: PlatformDesk;
  beforeAll(async () => {
    desk = await start();
  });
  beforeEach(() => desk.desk.clearFaults());
  afterAll(() => desk.stop());

  const send = (order: PracticeOrderView, timeoutMs = 3_000): Promise<SendOutcome> =>
    desk.platform.send(desk.accountOf(order.appId), payloadFor(order), timeoutMs);
  const look = (order: PracticeOrderView) => desk.platform.readBack?.(desk.accountOf(order.appId), payloadFor(order));
  const spoil = (order: PracticeOrderView, fault: FaultInput) =>
    desk.desk.setFault({ scope: order.orderId, calls: ['send'], ...fault });
  const tokenCalls = async (): Promise<number> =>
    (await desk.desk.ledger('kind=request')).filter((entry) => 'call' in entry && entry.call === 'token').length;
  const warm = (order: PracticeOrderView) => desk.platform.listCarriers?.(desk.accountOf(order.appId));

  test.each(AMBIGUOUS)(
    '%s leaves the shipment in doubt after one request, and a look tells the truth',
    async (mode) => {
      const order = await freshOrder(desk);
      await spoil(order, { mode });
      const outcome = await send(order, 1_000);
      expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'ambiguous' });
      expect(outcome.phase).not.toBe('none');
      await desk.desk.clearFaults();
      const { requests, applied, doubled } = await desk.desk.summary(order.orderId);
      expect(requests.send).toBe(1);
      expect(doubled).toEqual([]);
      expect(await look(order)).toMatchObject({ ok: true, value: { kind: applied.send === 1 ? 'ours' : 'absent' } });
    },
  );

  test('a shipment applied after the connection broke is absent at first and found later', async () => {
    const order = await freshOrder(desk);
    await spoil(order, { mode: 'late-apply', delayMs: 400 });
    expect((await send(order)).verdict).toEqual({ kind: 'ambiguous' });
    expect(await look(order)).toMatchObject({ ok: true, value: { kind: 'absent' } });
    await expect.poll(async () => (await desk.desk.summary(order.orderId)).applied.send, { timeout: 5_000 }).toBe(1);
    expect(await look(order)).toMatchObject({ ok: true, value: { kind: 'ours' } });
  });

  test.each(CLEAN)('%s is still a clean success', async (mode) => {
    const order = await freshOrder(desk);
    await spoil(order, { mode, count: 1, delayMs: 300 });
    const outcome = await send(order, 5_000);
    expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'applied' });
    expect((await desk.desk.summary(order.orderId)).applied.send).toBe(1);
  });

  test('429 was not applied and may be tried again', async () => {
    const order = await freshOrder(desk);
    await spoil(order, { mode: 'too-many', retryAfterS: 3 });
    expect(await send(order)).toMatchObject({ verdict: { kind: 'retry' }, retryAfterMs: 3_000, httpStatus: 429 });
    expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
  });

  test('403 without JSON closes the account for its IP and no token is renewed', async () => {
    const order = await freshOrder(desk);
    await warm(order);
    const before = await tokenCalls();
    await spoil(order, { mode: 'forbidden' });
    expect(await send(order)).toMatchObject({ code: 'http-403', verdict: { kind: 'account', cause: 'ip' } });
    expect(await tokenCalls()).toBe(before);
  });

  test('a code nobody has documented is in doubt', async () => {
    const order = await freshOrder(desk);
    await spoil(order, { mode: 'answer', code: 9909001, message: 'something new' });
    expect(await send(order)).toMatchObject({
      code: '9909001',
      message: 'something new',
      verdict: { kind: 'ambiguous' },
    });
  });

  test('a cut line proves that nothing was sent', async () => {
    const order = await freshOrder(desk);
    await warm(order);
    await desk.desk.setFault({ mode: 'offline' });
    expect(await send(order)).toMatchObject({ phase: 'none', verdict: { kind: 'not-sent', reason: 'refused' } });
    await desk.desk.clearFaults();
    expect((await desk.desk.summary(order.orderId)).requests.send).toBe(0);
  });

  test('a server that hangs up on accept is never taken for an answer', async () => {
    const order = await freshOrder(desk);
    await warm(order);
    await desk.desk.setFault({ mode: 'reset-on-accept' });
    const outcome = await send(order);
    await desk.desk.clearFaults();
    expect(['not-sent', 'ambiguous']).toContain(outcome.verdict.kind);
    expect(outcome.verdict.kind === 'not-sent').toBe(outcome.phase === 'none');
    expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
  });

  test.each([40001, 40014, 42001])('token code %i: one renewal, one more request, applied once', async (code) => {
    const order = await freshOrder(desk);
    desk.clock.pass(31_000);
    await spoil(order, { mode: 'answer', code, count: 1 });
    expect(await send(order)).toMatchObject({ verdict: { kind: 'applied' }, code: '0' });
    expect(await desk.desk.summary(order.orderId)).toMatchObject({ requests: { send: 2 }, applied: { send: 1 } });
  });

  test('a token refused again at once waits instead of forcing a second renewal', async () => {
    desk.clock.pass(31_000);
    for (const kind of ['applied', 'retry']) {
      const order = await freshOrder(desk);
      await spoil(order, { mode: 'answer', code: 40001, count: 1 });
      expect((await send(order)).verdict.kind).toBe(kind);
    }
  });

  test('a token that died while the machine slept is renewed in passing', async () => {
    const order = await freshOrder(desk);
    await warm(order);
    desk.clock.pass(7_300_000);
    expect((await send(order)).verdict).toEqual({ kind: 'applied' });
    expect((await desk.desk.summary(order.orderId)).requests.send).toBe(1);
  });

  test('a look that brings another order, or no answer worth the name, proves nothing', async () => {
    const order = await freshOrder(desk);
    await send(order);
    for (const mode of ['bad-gateway-after', 'truncated-after', 'code-as-text', 'empty-after', 'forbidden'] as const) {
      await desk.desk.setFault({ mode, calls: ['read'], count: 1 });
      expect((await look(order))?.ok, mode).toBe(false);
      await desk.desk.clearFaults();
    }
    expect(await look(order)).toMatchObject({ ok: true, value: { kind: 'ours' } });
  });
}
