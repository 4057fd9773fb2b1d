import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { callDesk } from './call-desk.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { plugInScale } from './pages/fake-scale.ts';
import { outboxPage } from './pages/outbox-page.ts';

const SHOP = '山野茶铺';
const wanted = (weigh: 'ask' | 'must') => ({ shop: SHOP, wanted: { weigh, minGrams: 20, maxGrams: 5_000 } });
const weight = (desk: Page, packageNo: number) => desk.locator(`[data-package="${packageNo}"]`).getByTestId('weight');

test('whether a shop’s packages are weighed is set with keys', async ({ desk }) => {
  await desk.getByRole('navigation').getByRole('button', { name: '店铺' }).press('Enter');
  await desk.getByRole('button', { name: `「${SHOP}」的更多操作` }).press('Enter');
  await desk.getByRole('menuitem', { name: '称重和拍照' }).press('Enter');
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('radio', { name: '必须称' }).press('Space');
  await dialog.getByLabel('最重（克）').fill('5000');
  expect(await findBarriers(desk)).toEqual([]);
  await dialog.getByRole('button', { name: '保存' }).press('Enter');
  await expect(dialog).toBeHidden();
  const kept = { weigh: 'must', minGrams: 10, maxGrams: 5_000, photo: 'off' };
  expect(await callDesk(desk, 'shops', 'packing', { shop: SHOP })).toEqual(kept);
});

test('a weight is typed, refused where it cannot be, and stands in the story and the export', async ({
  pack,
  desk,
  box,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'setPacking', wanted('must'));
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.expectBand('先称重');
  await expect(weight(desk, 1)).toHaveText('先称重：放上秤，或按 W');
  await pack.scan(order.waybills[0]?.waybill ?? '');
  await pack.expectRefused('weight-missing');
  await pack.press('F8');
  const field = desk.getByTestId('weigh').getByRole('textbox');
  await pack.press('w');
  await field.fill('9');
  expect(await findBarriers(desk)).toEqual([]);
  await field.press('Enter');
  await pack.expectRefused('weight-implausible');
  await pack.press('F8');
  await pack.press('w');
  await field.fill('1.25');
  await field.press('Enter');
  await expect(weight(desk, 1)).toHaveText('1.250 kg');
  await pack.expectBand('扫快递单');
  await pack.scan(order.waybills[0]?.waybill ?? '');
  await pack.expectSaved(order.waybills[0]?.waybill ?? '');
  const outbox = outboxPage(desk);
  await outbox.open();
  await outbox.chip('全部').click();
  await outbox.row(order.orderId).click();
  await expect(desk.getByText('1.250 kg')).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: '导出' }).press('Enter');
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('menuitem', { name: 'CSV 文件' }).press('Enter'),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/重量（克）[\s\S]*1250/);
});

test('a scale weighs each package by itself, and never takes the last box for the next one', async ({
  pack,
  desk,
  box,
}) => {
  const scale = await plugInScale(desk);
  const [first, second] = [await box.order([1]), await box.order([1])];
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'setPacking', wanted('must'));
  await desk.reload();
  await desk.goto(`${new URL(desk.url()).origin}/#/scanner`);
  await desk.getByRole('button', { name: '连接电子秤' }).press('Enter');
  await scale.show('0.002');
  await expect(desk.getByTestId('scale-shows')).toHaveText('0.002 kg');
  expect(await findBarriers(desk)).toEqual([]);
  await desk.getByRole('navigation').getByRole('button', { name: '打包' }).press('Enter');
  for (const [order, kilograms] of [
    [first, '1.234'],
    [second, '0.480'],
  ] as const) {
    await pack.scan(order.orderId);
    await pack.expectBand('扫商品');
    await pack.scan(order.items[0]?.barcode ?? '');
    await pack.expectBand('先称重');
    if (order === second) {
      // The first box still lies there while the second order is packed.
      await scale.show('1.234');
      await expect(weight(desk, 1)).toHaveText('先称重：放上秤，或按 W');
      await scale.show('0.000');
    }
    await scale.show(kilograms);
    await expect(weight(desk, 1)).toHaveText(`${kilograms} kg`);
    await pack.expectBand('扫快递单');
    await pack.scan(order.waybills[0]?.waybill ?? '');
    await pack.expectSaved(order.waybills[0]?.waybill ?? '');
  }
});
