import { commandDigits, quantityDigits } from '../../shared/domain/commands/command-code.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';

test('a refund that comes while the order is open stops the bench and sends it to the problem shelf', async ({
  pack,
  desk,
  box,
  training,
}) => {
  const order = await box.order([2]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await training.desk.changeOrder(order.orderId, { holds: ['address-change'] });
  await pullOrders(desk);
  await pack.expectRefused('order-flagged');
  await expect(pack.blocked).toHaveAttribute('data-tone', 'stop');
  await expect(pack.blocked.locator(`[data-code="${order.orderId}"]`)).toBeVisible();
  await expect(desk.getByTestId('box-places')).toHaveText('就在打包台上');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.press('Enter');
  await expect(pack.blocked).toBeVisible();
  await pack.press('F8');
  await expect(pack.blocked).toBeHidden();
  await pack.expectBand(/问题架 1 号/);
});

test('an order is put aside with a reason by scanner alone, and waits on the shelf list', async ({
  pack,
  desk,
  box,
}) => {
  const order = await box.order([2]);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(commandDigits('hold') ?? '');
  await expect(pack.question).toHaveAttribute('data-kind', 'hold-reason');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.scan(quantityDigits(3));
  await pack.expectBand(/问题架 1 号/);
  await pack.press('Control+8');
  await expect(desk.getByTestId('held-order')).toContainText(order.orderId);
  await expect(desk.getByTestId('held-order')).toContainText('商品破损');
  expect(await findBarriers(desk)).toEqual([]);
});

test('a box that is saved already is called back, listed with its place, and ticked off', async ({
  pack,
  desk,
  box,
  training,
}) => {
  const order = await box.order([1]);
  const [waybill] = order.waybills.map((each) => each.waybill);
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.expectBand('扫快递单');
  await training.desk.changeOrder(order.orderId, { holds: ['address-change'] });
  await pack.scan(waybill ?? '');
  await pack.expectRefused('box-stopped');
  await expect(desk.getByTestId('box-places')).toContainText(`尾号 ${(waybill ?? '').slice(-4)}`);
  await expect(desk.getByTestId('box-places')).toContainText('还没交给快递');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.press('F8');
  await expect(pack.blocked).toBeHidden();
  await pack.press('Control+8');
  const listed = desk.getByTestId('stopped-box');
  await expect(listed).toContainText(order.orderId);
  expect(await findBarriers(desk)).toEqual([]);
  await listed.getByRole('button').click();
  await expect(listed).toHaveCount(0);
});
