import { describe, expect, it } from 'vitest';
import { orderLine } from '../unit/orders/desk.ts';
import { who } from '../unit/packing/bench.ts';
import { openWholeDesk } from '../unit/packing/whole-desk.ts';
import { LOST_REQUEST, refusedWith } from './fake-platform.ts';
import { MINUTE, openDesk, SHOP } from './outbox-desk.ts';

describe('A look before sending', () => {
  it('does not send late what holds goods that were refunded since', async () => {
    const desk = openDesk();
    const [refunded, wanted, unnamed] = ['1', '2', '3'].map((order) => desk.save(order, `ZT100000${order}`));
    const lines = (refundedQuantity: number, skuId = '2368925324') => [
      orderLine(1, { productId: '10000108361213', skuId, quantity: 1, refundedQuantity }),
    ];
    desk.fake.order('1', { lines: lines(1) });
    desk.fake.order('2', { lines: lines(0) });
    desk.fake.order('3', { lines: lines(1, 'another') });
    await desk.clock.pass(3 * MINUTE);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect([refunded, wanted, unnamed].map((id) => desk.stateOf(id ?? ''))).toEqual(['held', 'shipped', 'shipped']);
    expect(desk.row(refunded ?? '').status.code).toBe('local:order-closed');
  });

  it('stops the box of an order that was closed since, and refuses it at the next look', async () => {
    const desk = openWholeDesk();
    const id = desk.save('1', 'ZT1000001');
    desk.fake.shippedElsewhere('1', null);
    desk.fake.order('1', { status: 'closed' });
    await desk.clock.pass(3 * MINUTE);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.row(id).status).toMatchObject({ state: 'held', holdKind: 'business', code: 'local:order-closed' });
    expect(desk.view().blocked?.problem).toMatchObject({ code: 'box-stopped', orderId: '1' });
    await desk.clock.pass(31 * MINUTE);
    expect(desk.row(id).status).toMatchObject({ state: 'rejected', code: 'local:order-closed' });
    expect(desk.fake.calls.sends).toBe(0);
  });

  it('looks first as well when the clock was put back since', async () => {
    const desk = openDesk();
    desk.save('1', 'ZT1000001');
    desk.clock.jump(-60 * MINUTE);
    await desk.clock.pass(5 * MINUTE);
    desk.outbox.start();
    await desk.clock.pass(1_000);
    expect(desk.fake.calls).toMatchObject({ orders: 1, sends: 1 });
  });
});

describe('A conflict', () => {
  it('that a lead accepted is known by the parcel the platform has for it', async () => {
    const desk = openWholeDesk();
    desk.fake.shippedElsewhere('1', 'sf9000001');
    const id = desk.save('1', 'ZT1000001');
    desk.fake.script(refusedWith('109001', { kind: 'look-first', otherwise: 'conflict' }));
    desk.outbox.start();
    await desk.clock.pass(1_000);
    const known = () => desk.outbox.opsOfOrder(SHOP, '1')[0];
    expect([known()?.state, known()?.acceptedAs]).toEqual(['conflict', undefined]);
    const decision = { id, as: 'accept-platform', reason: 'same box', evidence: 'seen' } as const;
    expect(await desk.outboxHandlers().resolve(decision, who('supervisor'))).toMatchObject({ ok: true });
    expect([known()?.state, known()?.acceptedAs]).toEqual(['shipped', ['SF9000001']]);
  });

  it('with a parcel nobody has seen is not accepted as shipped', async () => {
    const desk = openWholeDesk();
    const handlers = desk.outboxHandlers();
    const lockedElsewhere = desk.save('1', 'ZT1000001');
    desk.fake.script(refusedWith('268545011', { kind: 'conflict' }), LOST_REQUEST);
    desk.fake.shippedElsewhere('2', null);
    const closed = desk.save('2', 'ZT1000002');
    desk.outbox.start();
    await desk.clock.pass(MINUTE + 1_000);
    for (const id of [lockedElsewhere, closed]) {
      expect(desk.stateOf(id)).toBe('conflict');
      const story = await handlers.story({ id }, who('supervisor'));
      expect(story.ok && story.value.row.actions).toEqual(['look-again', 'cancel']);
      for (const as of ['accept-platform', 'shipped'] as const)
        expect(
          await handlers.resolve({ id, as, reason: 'same box', evidence: 'seen' }, who('supervisor')),
        ).toMatchObject({ ok: false, error: { code: 'op-action-not-allowed' } });
      expect(desk.stateOf(id)).toBe('conflict');
    }
  });
});
