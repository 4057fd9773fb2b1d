import { afterEach, expect, it } from 'vitest';
import { type CliSetup, fileBeside, setup } from '../../cli/command-line.ts';

let running: CliSetup;
afterEach(() => running.stop());

/** A desk with the practice supplier and a Channels shop, nothing pulled. */
async function twoShops() {
  running = await setup(10);
  const { training, cli, dataDir, shopFile } = running;
  await cli('shops', 'add', shopFile);
  const supplier = (await training.desk.shops()).find(({ key }) => key === 'supplier');
  if (supplier === undefined) throw new Error('no supplier');
  const { platform, baseUrl, credentials } = supplier;
  const file = fileBeside(dataDir, 'supplier.json', { name: 'Supplier', platform, baseUrl, credentials });
  await cli('shops', 'add', file);
  return running;
}

it('finds an order by its own number at the one shop that has it, and takes it in', async () => {
  const { cli, desk, appId } = await twoShops();
  const order = (await desk.orders()).find((each) => each.appId === appId);
  const found = await cli('--json', 'orders', 'find', order?.orderId ?? '');
  expect([found.code, found.json()]).toMatchObject([0, [{ shop: 'Qinghe', orderId: order?.orderId }]]);
  expect((await cli('orders', 'show', '--shop', 'Qinghe', order?.orderId ?? '')).code).toBe(0);
});

it('finds a drop-ship order by its waybill and by the selling shop’s number', async () => {
  const { cli, desk } = await twoShops();
  const [order] = await desk.addOrders({ count: 1, kind: 'shipped', shop: 'supplier' });
  const waybill = order?.parcels[0]?.waybill ?? '';
  const byWaybill = await cli('--json', 'orders', 'find', waybill);
  expect([byWaybill.code, byWaybill.json()]).toMatchObject([0, [{ shop: 'Supplier', orderId: order?.orderId }]]);
  const shown = await cli('--json', 'orders', 'find', '--shop', 'Supplier', order?.orderId ?? '');
  expect(shown.json()).toMatchObject([{ orderId: order?.orderId }]);
});

it('says that nobody has it, and why a shop could not be asked', async () => {
  const { cli, desk } = await twoShops();
  const nobody = await cli('orders', 'find', '3704612354559740000');
  expect([nobody.code, nobody.complaint + nobody.out]).toEqual([
    expect.any(Number),
    expect.stringContaining('do not have'),
  ]);
  expect(nobody.code).not.toBe(0);
  await desk.setFault({ mode: 'offline', count: 'always' });
  const offline = await cli('orders', 'find', '3704612354559740000');
  expect(offline.complaint + offline.out).toContain('cannot be reached');
});
