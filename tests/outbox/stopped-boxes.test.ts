import { expect, it } from 'vitest';
import { createOrderStore } from '../../electron/services/orders/order-store.ts';
import { createStoppedBoxStore } from '../../electron/services/packing/stopped-box-store.ts';
import type { Order } from '../../shared/domain/order.ts';
import { order } from '../unit/packing/bench.ts';
import { MINUTE, openDesk } from './outbox-desk.ts';
import { refusedWith } from './fake-platform.ts';

function stoppable() {
  const desk = openDesk();
  const orders = createOrderStore(desk.database);
  const tell = (more: Partial<Order>): boolean => orders.putPulled(order({ orderId: '1', ...more }), desk.clock.now());
  tell({});
  return { desk, tell, stops: createStoppedBoxStore(desk.database) };
}

it('lists every box of an order that turned while they are still here, with a place for each', () => {
  const { desk, tell, stops } = stoppable();
  const first = desk.save('1', 'ZT1000001', { whole: false });
  const second = desk.save('1', 'ZT1000002', { whole: false });
  desk.save('2', 'ZT1000003');
  expect(stops.next()).toBeNull();
  tell({ flags: ['address-change'] });
  expect(stops.open()).toMatchObject([
    { opId: first, reason: 'address-change', packageNo: 1, waybill: 'ZT1000001', savedBy: 'packer', shelf: 1 },
    { opId: second, packageNo: 2, shelf: 2 },
  ]);
});

it('lists a box the platform holds at sending, after it was saved', async () => {
  const { desk, stops } = stoppable();
  desk.fake.script(refusedWith('60109', { kind: 'business', stopBox: true, recheckMs: 30 * MINUTE }));
  desk.outbox.start();
  const id = desk.save('1', 'ZT1000001');
  await desk.clock.pass(100);
  expect(desk.stateOf(id)).toBe('held');
  const cause = { platform: 'wechat-channels', code: '60109', message: 'answer 60109' };
  expect(stops.next()).toMatchObject({ opId: id, orderId: '1', reason: 'platform', cause, shelf: 1 });
});

it('lists a box that left an hour ago, not one of last week, and none that was withdrawn', async () => {
  const { desk, tell, stops } = stoppable();
  desk.outbox.start();
  const id = desk.save('1', 'ZT1000001');
  await desk.clock.pass(60 * MINUTE);
  expect(desk.stateOf(id)).toBe('shipped');
  tell({ status: 'shipped', flags: ['after-sale'] });
  expect(stops.open()).toMatchObject([{ opId: id, reason: 'after-sale' }]);
  desk.database.exec('DELETE FROM stopped_box');
  tell({ status: 'shipped' });
  desk.clock.jump(7 * 24 * 60 * MINUTE);
  tell({ status: 'shipped', flags: ['after-sale'] });
  expect(stops.open()).toEqual([]);
});

it('rings once for each box until it was heard, and keeps it listed until it is found', () => {
  const { desk, tell, stops } = stoppable();
  const id = desk.save('1', 'ZT1000001', { whole: false });
  tell({ flags: ['risk'] });
  expect(stops.next()?.opId).toBe(id);
  stops.acknowledge(id, 'Mei', desk.clock.now());
  expect(stops.next()).toBeNull();
  expect(stops.open()).toMatchObject([{ opId: id, acknowledgedBy: 'Mei', shelf: 1 }]);
  expect(stops.found(id, 'Mei', desk.clock.now())).toBe(true);
  expect(stops.open()).toEqual([]);
  expect(stops.found(id, 'Mei', desk.clock.now())).toBe(false);
  tell({ flags: ['risk'], note: 'again' });
  expect(stops.open()).toEqual([]);
});
