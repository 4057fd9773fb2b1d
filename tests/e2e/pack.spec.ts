import { expect, pullOrders, test } from './fixtures.ts';

test('an order leaves in one package, with nothing but a scanner', async ({ pack, desk, box, training }) => {
  const order = await box.order([2, 1]);
  await pullOrders(desk);
  const [first, second] = order.items;
  const waybill = order.waybills[0]?.waybill ?? '';
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await expect(pack.unpacked).toContainText('3');
  await pack.scan(first?.barcode ?? '');
  await expect(pack.unpacked).toContainText('2');
  await pack.scan(first?.barcode ?? '');
  await expect(pack.unpacked).toContainText('1');
  await pack.scan(second?.barcode ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
  await pack.expectBand('扫订单');
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
  await expect(pack.pill('待发 0')).toBeVisible();
});

test('an order leaves in two packages', async ({ pack, desk, box, training }) => {
  const order = await box.order([1, 1]);
  await pullOrders(desk);
  const [first, second] = order.items;
  const [one, two] = order.waybills.map(({ waybill }) => waybill);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(first?.barcode ?? '');
  await expect(pack.unpacked).toContainText('1');
  await pack.press('F2');
  await expect(pack.package(2)).toBeVisible();
  await pack.scan(second?.barcode ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(one ?? '');
  await pack.expectSaved(one ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(two ?? '');
  await pack.expectSaved(two ?? '');
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(2);
});

test('goods of another order stop the line until they are acknowledged, and Enter does not do that', async ({
  pack,
  desk,
  box,
}) => {
  const order = await box.order([1]);
  const foreign = (await box.order([1, 1])).items[1]?.barcode ?? '';
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(foreign);
  await pack.expectRefused('item-not-in-order');
  await expect(pack.blocked).toContainText(foreign);
  for (const key of ['Enter', 'Space', 'Escape', 'Enter']) {
    await pack.press(key);
    await expect(pack.blocked).toBeVisible();
  }
  await pack.press('F8');
  await expect(pack.blocked).toBeHidden();
  await expect(pack.unpacked).toContainText('1');
  await pack.scan(foreign);
  await pack.expectRefused('item-not-in-order');
  await pack.scan(order.items[0]?.barcode ?? '');
  await expect(pack.blocked).toBeHidden();
  await pack.expectBand('扫快递单');
});

test('a waybill is taken once', async ({ pack, desk, box, training }) => {
  const first = await box.order([1]);
  const second = await box.order([1]);
  await pullOrders(desk);
  const waybill = first.waybills[0]?.waybill ?? '';
  for (const order of [first, second]) {
    await pack.scan(order.orderId);
    await pack.expectBand('扫商品');
    await pack.scan(order.items[0]?.barcode ?? '');
    await pack.expectBand('扫快递单');
    await pack.scan(waybill);
    if (order === first) await pack.expectSaved(waybill);
    await desk.waitForTimeout(2_100); // The same waybill within 2 s is one trigger pull read twice.
  }
  await pack.expectRefused('waybill-used');
  await expect(pack.blocked).toContainText(first.orderId);
  await expect.poll(async () => (await training.desk.applied(first.orderId)).length).toBe(1);
  expect(await training.desk.applied(second.orderId)).toEqual([]);
});

test('a bench keeps its half-packed order when the page is loaded again', async ({ pack, desk, box }) => {
  const order = await box.order([2]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await expect(pack.unpacked).toContainText('1');
  await desk.reload();
  await expect(pack.unpacked).toContainText('1');
  await pack.expectBand('扫商品');
});
