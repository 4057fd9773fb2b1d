import { addShop, expect, pullOrders, test } from './fixtures.ts';

test('a subsidised device leaves only with its serial number', async ({ pack, desk, training }) => {
  const [added] = await training.desk.addOrders({ count: 1, kind: 'subsidy', shop: 'digital' });
  const [order] = await training.desk.sheet();
  await addShop(desk, training, { key: 'digital', name: '星野数码' });
  await pullOrders(desk, '星野数码');
  expect(order?.orderId).toBe(added?.orderId);
  const [device] = order?.items ?? [];
  const [serialNumber] = device?.serialNumbers ?? [];
  await pack.scan(order?.orderId ?? '');
  await pack.expectBand('扫商品');
  await pack.scan(device?.barcode ?? '');
  await pack.expectBand('扫序列号');
  await pack.scan(device?.barcode ?? '');
  await pack.expectBand('扫序列号');
  await pack.scan(device?.barcode ?? '');
  await pack.expectRefused('serial-number-invalid');
  await pack.scan(serialNumber ?? '');
  await expect(pack.blocked).toBeHidden();
  await pack.expectBand('扫快递单');
  const waybill = order?.waybills[0]?.waybill ?? '';
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
  await expect.poll(async () => JSON.stringify(await training.desk.applied())).toContain(waybill);
  const sent = (await training.desk.ledger('kind=request')).map((entry) => JSON.stringify(entry));
  expect(sent.filter((entry) => entry.includes(serialNumber ?? 'missing'))).toHaveLength(1);
});

test('virtual goods leave without a waybill, by F3', async ({ pack, desk, training }) => {
  const [added] = await training.desk.addOrders({ count: 1, kind: 'virtual', shop: 'living' });
  await pullOrders(desk);
  await pack.scan(added?.orderId ?? '');
  await pack.expectBand(/扫商品|核对后按 F3/);
  for (const code of await pack.barcodes()) await pack.scan(code);
  await pack.expectBand('核对后按 F3');
  await pack.press('Enter');
  await pack.expectBand('核对后按 F3');
  await pack.press('F3');
  await pack.expectBand('已存');
  await expect.poll(async () => (await training.desk.applied(added?.orderId ?? '')).length).toBe(1);
});

test('an order on hold stops the box', async ({ pack, desk, box, training }) => {
  const order = await box.order([1]);
  await training.desk.changeOrder(order.orderId, { holds: ['address-change'] });
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectRefused('order-flagged');
  await expect(pack.blocked).toHaveAttribute('data-tone', 'stop');
  await pack.press('F8');
  await pack.expectBand('扫订单');
});

test('putting an order aside asks first when goods are in the box', async ({ pack, desk, box }) => {
  const order = await box.order([2]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await expect(pack.unpacked).toContainText('1');
  await pack.press('Escape');
  await expect(pack.closing).toBeVisible();
  await pack.press('Enter');
  await expect(pack.closing).toBeVisible();
  await pack.press('Escape');
  await expect(pack.closing).toBeHidden();
  await pack.press('F10');
  await expect(pack.band).toContainText('已撤销');
  await expect(pack.unpacked).toContainText('2');
  await pack.press('Escape');
  await pack.expectBand('扫订单');
});
