import { afterEach, expect, it } from 'vitest';
import { type CliSetup, fileBeside, setupWithOrders, shipmentFile } from './command-line.ts';

let running: CliSetup;
afterEach(() => running.stop());

it('a package whose buyer turned after the pull is held before anything is sent, and says why', async () => {
  const all = await setupWithOrders();
  running = all;
  const [order, other] = await all.ofShop('single');
  await all.cli('settings', 'set', 'outbox.lookAgainAfterMs', '0');
  await all.desk.changeOrder(order!.orderId, { holds: ['address-change'] });
  const rows = [order, other].map((each, nth) => `Qinghe,${each!.orderId},ZTO,7553171719583${nth},,,,,,`);
  await all.cli('shipments', 'import', fileBeside(all.dataDir, 'ship.csv', shipmentFile(rows)));
  await all.cli('outbox', 'drain', '--until-idle', '--timeout-s', '30');
  const listed = (await all.cli('outbox', 'list', '--json')).json<{ orderId: string; state: string; code: string }[]>();
  const found = (id: string) => listed.find(({ orderId }) => orderId === id);
  expect(found(order!.orderId)).toMatchObject({ state: 'held', code: 'local:order-on-hold' });
  expect(found(other!.orderId)).toMatchObject({ state: 'shipped' });
  expect(await all.desk.applied(order!.orderId)).toEqual([]);
});
