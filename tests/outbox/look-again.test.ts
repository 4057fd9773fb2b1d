import { describe, expect, it } from 'vitest';
import { createUnreadStore } from '../../electron/services/orders/unread-store.ts';
import { policyFor } from '../../electron/services/outbox/policy.ts';
import { createStoppedBoxStore } from '../../electron/services/packing/stopped-box-store.ts';
import { SettingsSchema } from '../../shared/contract/settings.ts';
import { order } from '../unit/packing/bench.ts';
import { MINUTE, openDesk, SHOP } from './outbox-desk.ts';

/** A desk that has read order 1 from its platform, some time ago. */
async function deskWithOrder(readAgoMs: number) {
  const desk = openDesk({ knowsOrders: true });
  desk.knownOrders.putPulled(order({ orderId: '1' }), desk.clock.now());
  await desk.clock.pass(readAgoMs);
  desk.outbox.start();
  return { desk, stops: createStoppedBoxStore(desk.database) };
}

describe('a package whose order the desk has not heard of for a minute', () => {
  it.each(['after-sale', 'address-change', 'sku-change', 'risk'] as const)(
    'is held right before it would be sent where its order now says %s, and the bench rings for the box',
    async (flag) => {
      const { desk, stops } = await deskWithOrder(MINUTE + 1);
      desk.fake.order('1', { flags: [flag] });
      const id = desk.save('1', 'ZT1000001');
      await desk.clock.pass(100);
      expect(desk.row(id).status).toMatchObject({ state: 'held', holdKind: 'business', code: 'local:order-on-hold' });
      expect(desk.fake.calls).toMatchObject({ orders: 1, sends: 0 });
      expect(stops.next()).toMatchObject({ opId: id, reason: flag });
    },
  );

  it.each([
    [0, 'read'],
    [1, 'could not read'],
  ] as const)('is looked at %i times after a pull of its shop that %s its order', async (looks, outcome) => {
    const { desk } = await deskWithOrder(MINUTE + 1);
    const nowMs = desk.clock.now();
    desk.shops.setPulled(SHOP, { toMs: nowMs, atMs: nowMs });
    const problem = { code: 'order-not-found', orderId: '1' } as const;
    if (outcome !== 'read') createUnreadStore(desk.database).note({ shopId: SHOP, orderId: '1' }, problem, nowMs);
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.fake.calls).toMatchObject({ orders: looks, sends: 1 });
  });

  it('is kept back where its order was closed meanwhile', async () => {
    const { desk, stops } = await deskWithOrder(MINUTE + 1);
    desk.fake.shippedElsewhere('1', null);
    desk.fake.order('1', { status: 'closed' });
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.stateOf(id)).toBe('held');
    expect(desk.fake.calls.sends).toBe(0);
    expect(stops.next()).toMatchObject({ opId: id, reason: 'closed' });
  });

  it('leaves at once where nothing stands against it, and is read only once', async () => {
    const { desk } = await deskWithOrder(MINUTE + 1);
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.stateOf(id)).toBe('shipped');
    expect(desk.fake.calls).toMatchObject({ orders: 1, sends: 1 });
  });

  it('leaves at once where the look fails: it is made for the buyer’s sake only', async () => {
    const { desk } = await deskWithOrder(MINUTE + 1);
    desk.fake.failReads({ kind: 'refused', httpStatus: 200, code: '48001', message: '', requestId: '' });
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.stateOf(id)).toBe('shipped');
    expect(desk.fake.calls).toMatchObject({ orders: 1, sends: 1 });
  });

  it('is saved without a network like any other, and leaves when it is back', async () => {
    const { desk } = await deskWithOrder(MINUTE + 1);
    desk.fake.state.offline = true;
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(30_000);
    expect(['ready', 'wait']).toContain(desk.stateOf(id));
    desk.fake.state.offline = false;
    await desk.clock.pass(5 * MINUTE);
    expect(desk.stateOf(id)).toBe('shipped');
    expect(desk.fake.ledger).toHaveLength(1);
  });
});

describe('no look is made', () => {
  it('of an order the platform told of within the minute', async () => {
    const { desk } = await deskWithOrder(MINUTE - 1_000);
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.fake.calls).toMatchObject({ orders: 0, sends: 1 });
  });

  it('of an order whose shop was pulled within the minute', async () => {
    const { desk } = await deskWithOrder(10 * MINUTE);
    desk.shops.setPulled('shop-1', { toMs: desk.clock.now(), atMs: desk.clock.now() });
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.fake.calls).toMatchObject({ orders: 0, sends: 1 });
  });

  it('of an order that is young enough by the settings', async () => {
    const { desk } = await deskWithOrder(10 * MINUTE);
    desk.settings.set('outbox.lookAgainAfterMs', 15 * MINUTE);
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.fake.calls).toMatchObject({ orders: 0, sends: 1 });
  });

  it('where the platform has no order to read', async () => {
    const desk = openDesk({ knowsOrders: true });
    Object.assign(desk.fake.platform, { getOrder: undefined });
    desk.outbox.start();
    const id = desk.save('1', 'ZT1000001');
    await desk.clock.pass(100);
    expect(desk.stateOf(id)).toBe('shipped');
  });

  it('where the platform charges for it', () => {
    const billed = policyFor(SettingsSchema.parse({}), { onThisMachine: false, billed: true });
    expect(billed.lookAgainAfterMs).toBe(Infinity);
  });
});
