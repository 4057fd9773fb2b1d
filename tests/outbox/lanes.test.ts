import { describe, expect, it } from 'vitest';
import { LOST_REQUEST, refusedWith, type Script } from './fake-platform.ts';
import { MINUTE, openDesk } from './outbox-desk.ts';

/** How the first package of an order ends up, and where that leaves it. */
const OPEN: readonly (readonly [state: string, script: Script])[] = [
  ['held', refusedWith('606003', { kind: 'shop-setup' })],
  ['in_doubt', LOST_REQUEST],
  ['wait', refusedWith('100003', { kind: 'retry', minWaitMs: 10 * MINUTE, maxTries: 8 })],
];

describe('the packages of one order leave in their order', () => {
  it.each(OPEN)('none goes while an earlier one is %s, and another order’s does', async (state, script) => {
    const desk = openDesk();
    desk.fake.script(script);
    desk.outbox.start();
    const first = desk.save('1', 'ZT1000001', { whole: false });
    await desk.clock.pass(500);
    expect(desk.stateOf(first)).toBe(state);
    const second = desk.save('1', 'ZT1000002', { whole: false });
    const other = desk.save('2', 'ZT1000003');
    await desk.clock.pass(5_000);
    expect([desk.stateOf(second), desk.stateOf(other)]).toEqual(['ready', 'shipped']);
    expect(desk.fake.ledger.map(({ waybill }) => waybill)).toEqual(['ZT1000003']);
  });

  it('nor while the platform shows somebody else’s shipment for the earlier one', async () => {
    const desk = openDesk();
    desk.fake.script(refusedWith('109001', { kind: 'look-first', otherwise: 'refused' }));
    desk.fake.shippedElsewhere('1', 'SF9000001');
    desk.outbox.start();
    const first = desk.save('1', 'ZT1000001', { whole: false });
    await desk.clock.pass(500);
    expect(desk.stateOf(first)).toBe('conflict');
    const second = desk.save('1', 'ZT1000002', { whole: false });
    await desk.clock.pass(5_000);
    expect([desk.stateOf(second), desk.fake.ledger]).toEqual(['ready', []]);
  });

  it('goes on once the earlier one was refused', async () => {
    const desk = openDesk();
    desk.fake.script(refusedWith('40097', { kind: 'refused', defect: false }));
    desk.outbox.start();
    const first = desk.save('1', 'ZT1000001', { whole: false });
    await desk.clock.pass(500);
    expect(desk.stateOf(first)).toBe('rejected');
    const second = desk.save('1', 'ZT1000002', { whole: false });
    await desk.clock.pass(500);
    expect(desk.stateOf(second)).toBe('shipped');
  });
});
