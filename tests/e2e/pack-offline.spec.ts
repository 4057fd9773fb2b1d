import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import type { PackPage } from './pages/pack-page.ts';

/** Packs a one-piece order up to 已存 and gives its waybill. */
async function packOne(pack: PackPage, order: SheetOrder): Promise<string> {
  const waybill = order.waybills[0]?.waybill ?? '';
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
  return waybill;
}

test('without network a package is saved, and leaves by itself when the network returns', async ({
  pack,
  desk,
  box,
  training,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await training.desk.setFault({ mode: 'offline' });
  await packOne(pack, order);
  await expect(pack.pill('待发 1')).toBeVisible();
  expect(await training.desk.applied(order.orderId)).toEqual([]);
  await training.desk.clearFaults();
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length, { timeout: 45_000 }).toBe(1);
  await expect(pack.pill('待发 0')).toBeVisible({ timeout: 15_000 });
});

test('a 502 after the platform has shipped ends shipped once', async ({ pack, desk, box, training }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await training.desk.setFault({ mode: 'bad-gateway-after', calls: ['send'] });
  const waybill = await packOne(pack, order);
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
  await expect(pack.pill('待发 0')).toBeVisible({ timeout: 30_000 });
  const applied = await training.desk.applied(order.orderId);
  expect(applied).toHaveLength(1);
  expect(JSON.stringify(applied[0])).toContain(waybill);
});
