import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Account, Platform, SendOutcome } from '../../electron/services/platforms/platform.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { FaultInput } from '../../electron/training/faults/fault.ts';
import { PlatformIdSchema } from '../../shared/domain/platforms/platform-id.ts';
import { startTraining, type Training } from '../support/training.ts';
import { CONTESTANTS } from './conformance/contestants.ts';
import { createSkippingClock } from './conformance/skipping-clock.ts';

/** What happens beside the reply itself, alike for every platform: the line, the look, the limits of a body. */
describe.each(PlatformIdSchema.options)('A call to %s', (id) => {
  const { create, shop, payloadOf, prepare } = CONTESTANTS[id];
  let training: Training;
  let platform: Platform;
  let account: Account;
  beforeAll(async () => {
    const clock = createSkippingClock();
    training = await startTraining({ orders: 0, now: clock.now });
    await prepare?.(training);
    platform = create({ clock });
    const practice = (await training.desk.shops()).find(({ key }) => key === shop);
    if (practice === undefined) throw new Error(`no practice shop ${shop}`);
    account = { shopId: 'shop', baseUrl: practice.baseUrl, credentials: practice.credentials };
    await platform.listCarriers?.(account);
  });
  beforeEach(() => training.desk.clearFaults());
  afterAll(() => training.stop());

  const fresh = async (fault?: FaultInput): Promise<PracticeOrderView> => {
    const [order] = await training.desk.addOrders({ count: 1, kind: 'single', shop });
    if (order === undefined) throw new Error('no order added');
    if (fault !== undefined) await training.desk.setFault({ scope: order.orderId, calls: ['send'], ...fault });
    return order;
  };
  const send = (order: PracticeOrderView, timeoutMs = 5_000): Promise<SendOutcome> =>
    platform.send(account, payloadOf(order), timeoutMs);
  const look = (order: PracticeOrderView) => platform.readBack?.(account, payloadOf(order));

  test.each(['slow', 'slow-answer', 'wrong-clock'] as const)('%s is still a clean success', async (mode) => {
    const outcome = await send(await fresh({ mode, count: 1, delayMs: 300 }));
    expect(outcome.verdict, JSON.stringify(outcome)).toEqual({ kind: 'applied' });
  });

  test.each(['oversized', 'endless', 'code-null'] as const)('%s leaves the shipment in doubt', async (mode) => {
    const order = await fresh({ mode });
    expect((await send(order)).verdict).toEqual({ kind: 'ambiguous' });
    expect(await look(order)).toMatchObject({ ok: true, value: { kind: 'ours' } });
  });

  test('a cut line proves that nothing was sent', async () => {
    const order = await fresh();
    await training.desk.setFault({ mode: 'offline' });
    expect(await send(order)).toMatchObject({ phase: 'none', verdict: { kind: 'not-sent', reason: 'refused' } });
    await training.desk.clearFaults();
    expect((await training.desk.summary(order.orderId)).requests.send).toBe(0);
  });

  test('a server that hangs up on accept is never taken for an answer', async () => {
    const order = await fresh();
    await training.desk.setFault({ mode: 'reset-on-accept' });
    const outcome = await send(order);
    await training.desk.clearFaults();
    expect(['not-sent', 'ambiguous']).toContain(outcome.verdict.kind);
    expect(outcome.verdict.kind === 'not-sent').toBe(outcome.phase === 'none');
    expect((await training.desk.summary(order.orderId)).applied.send).toBe(0);
  });

  test('the wait a platform asks for is kept, and its words about an unknown code too', async () => {
    expect(await send(await fresh({ mode: 'too-many', retryAfterS: 3 }))).toMatchObject({ retryAfterMs: 3_000 });
    const unknown = { mode: 'answer', code: 9909001, message: 'something new' } as const;
    expect(await send(await fresh(unknown))).toMatchObject({ code: '9909001', message: 'something new' });
  });

  test('a refusal of our address renews no token', async () => {
    const tokens = async () => (await training.desk.summary()).requests.token;
    const before = await tokens();
    await send(await fresh({ mode: 'forbidden' }));
    expect(await tokens()).toBe(before);
  });

  test('a look that brings no answer worth the name proves nothing', async () => {
    const order = await fresh();
    await send(order);
    for (const mode of ['bad-gateway-after', 'truncated-after', 'code-as-text', 'empty-after', 'forbidden'] as const) {
      await training.desk.setFault({ mode, calls: ['read'], count: 1 });
      expect((await look(order))?.ok, mode).toBe(false);
      await training.desk.clearFaults();
    }
    expect(await look(order)).toMatchObject({ ok: true, value: { kind: 'ours' } });
  });
});
