import { commandDigits, quantityDigits } from '../../shared/domain/commands/command-code.ts';
import type { CommandId } from '../../shared/domain/commands/command-list.ts';
import { findBarriers } from './find-barriers.ts';
import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';

const code = (id: CommandId): string => commandDigits(id) ?? '';

test('an order leaves in two packages with a scanner alone', async ({ pack, desk, box, training }) => {
  const order = await box.order([3, 1]);
  await pullOrders(desk);
  const [first, second] = order.items;
  const [one, two] = order.waybills.map(({ waybill }) => waybill);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(quantityDigits(2));
  await expect(pack.band).toContainText('2 件');
  await pack.scan(first?.barcode ?? '');
  await expect(pack.unpacked).toContainText('2');
  await pack.scan(code('new-package'));
  await expect(pack.package(2)).toBeVisible();
  await pack.scan(code('rest'));
  await expect(pack.unpacked).toContainText('全部装箱了');
  await desk.waitForTimeout(2_100);
  await pack.scan(code('undo'));
  await expect(pack.unpacked).toContainText('2');
  await pack.scan(second?.barcode ?? '');
  await pack.scan(first?.barcode ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(one ?? '');
  await pack.expectSaved(one ?? '');
  await pack.expectBand('扫快递单');
  await pack.scan(two ?? '');
  await pack.expectSaved(two ?? '');
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(2);
});

test('a second order is asked about, the first one waits on hold and goes on where it was', async ({
  pack,
  desk,
  box,
}) => {
  const [first, second] = [await box.order([2]), await box.order([1])];
  await pullOrders(desk);
  await pack.scan(first.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(first.items[0]?.barcode ?? '');
  await expect(pack.unpacked).toContainText('1');
  await pack.scan(second.orderId);
  await expect(pack.question).toHaveAttribute('data-kind', 'second-order');
  await pack.press('Enter');
  await expect(pack.question).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
  await pack.press('1');
  await expect(pack.question).toBeHidden();
  await expect(pack.items).toContainText(second.items[0]?.title ?? '');
  await pack.press('F9');
  await expect(pack.question).toHaveAttribute('data-kind', 'hold-reason');
  await pack.press('1');
  await pack.expectBand('扫订单');
  await pack.scan(first.orderId);
  await pack.expectBand('扫商品');
  await expect(pack.unpacked).toContainText('1');
});

test('an unknown code is asked about in both languages, and ignored with one key', async ({ pack, desk, box }) => {
  const order = await box.order([2]);
  await pullOrders(desk);
  for (const language of ['en', 'zh-CN'] as const) {
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });
    await desk.reload();
    await pack.open();
    await pack.scan(order.orderId);
    await pack.scan(`KX-${language === 'en' ? 1 : 2}042`);
    await expect(pack.question).toHaveAttribute('data-kind', 'unknown-code');
    expect(await findBarriers(desk)).toEqual([]);
    await pack.press('3');
    await expect(pack.question).toBeHidden();
    await pack.press('F1');
    expect(await findBarriers(desk)).toEqual([]);
    await pack.press('F1');
  }
});

test('an error is acknowledged by its barcode and by no other command', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  const foreign = (await box.order([1, 1])).items[1]?.barcode ?? '';
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(foreign);
  await pack.expectRefused('item-not-in-order');
  for (const id of ['seal', 'cancel', 'confirm', 'next'] as const) {
    await pack.scan(code(id));
    await pack.expectRefused('item-not-in-order');
  }
  await pack.scan(code('acknowledge'));
  await expect(pack.blocked).toBeHidden();
  await pack.expectBand('扫商品');
});
