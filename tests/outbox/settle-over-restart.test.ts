import { expect, it } from 'vitest';
import { LOST_REQUEST } from './fake-platform.ts';
import { MINUTE, openDesk } from './outbox-desk.ts';

it('the quiet time after an unknown outcome is not cut short by a clock that was set while the app was closed', async () => {
  const desk = openDesk();
  desk.fake.script(LOST_REQUEST);
  const id = desk.save('1', 'ZT1000001');
  desk.outbox.start();
  await desk.clock.pass(1_000);
  expect(desk.stateOf(id)).toBe('in_doubt');
  desk.crash();

  desk.clock.jump(24 * 60 * MINUTE);
  const again = openDesk({ dataDir: desk.dataDir, clock: desk.clock, fake: desk.fake });
  again.outbox.start();
  await again.clock.pass(MINUTE / 2);
  // The platform was slow: what was sent takes effect only now.
  desk.fake.ledger.push({ orderId: '1', waybill: 'ZT1000001', kind: 'send' });
  expect(again.outbox.desk.record(again.row(id)).readBacks).toEqual([]);
  await again.clock.pass(3 * MINUTE);
  expect(again.row(id).status).toMatchObject({ state: 'shipped', proof: 'read-back' });
  expect(desk.fake.calls.sends).toBe(1);
});
