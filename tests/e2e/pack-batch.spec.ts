import type { Page } from '@playwright/test';
import { PRODUCTS } from '../../electron/training/practice/catalogue.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { keepBusy } from './keep-busy.ts';
import { goTo } from './pages/go-to.ts';

const ORDERS = 60;
/** Twice as fast as one a second. */
const EVERY_MS = 500;

const orderIdOf = (index: number): string => `37046124000000${String(index).padStart(5, '0')}`;
const labelOf = (index: number): string => `7553171719${String(index).padStart(4, '0')}`;

/** Imports the labels that were printed for the orders, as a shop's file names them. */
async function importLabels(page: Page, skuId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => `山野茶铺,${orderIdOf(index)},${skuId},1,${labelOf(index)}`);
  const buffer = Buffer.from(['店铺,订单号,规格ID,数量,快递单号', ...rows].join('\n'));
  await goTo(page, 3);
  await page.getByRole('button', { name: '导入文件' }).click();
  await page.setInputFiles('input[type=file]', { name: '面单.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByText(`全部导入：${count} 条`)).toBeVisible();
  await page.getByRole('button', { name: '完成' }).click();
  await goTo(page, 1);
}

test(`${ORDERS} printed labels, two a second on a busy page: each order shipped once`, async ({
  pack,
  desk,
  training,
}) => {
  test.setTimeout(180_000);
  const skuId = PRODUCTS.find(({ kind }) => kind === 'goods')?.skus[0]?.skuId ?? '';
  const orders = Array.from({ length: ORDERS }, (_, index) => ({
    ...{ orderId: orderIdOf(index), shop: 'living' as const, items: [{ skuId, quantity: 1 }] },
  }));
  await training.desk.addOrders({ orders });
  await pullOrders(desk);
  await importLabels(desk, skuId, ORDERS);
  await pack.press('b');
  await pack.expectBand('扫快递单');
  await keepBusy(desk);
  const startMs = Date.now();
  for (let index = 0; index < ORDERS; index += 1) {
    const wait = startMs + index * EVERY_MS - Date.now();
    if (wait > 0) await desk.waitForTimeout(wait);
    await pack.scanAt(labelOf(index), startMs + index * EVERY_MS);
  }
  await expect(desk.getByTestId('batch-count')).toHaveText(String(ORDERS), { timeout: 60_000 });
  await expect(pack.blocked).toBeHidden();
  await expect
    .poll(async () => (await training.desk.applied()).map(({ orderId }) => orderId).sort(), { timeout: 60_000 })
    .toEqual(orders.map(({ orderId }) => orderId));
});

test('a strange label stops the line by keys alone, and Escape ends the mode', async ({ pack, desk, training }) => {
  const skuId = PRODUCTS.find(({ kind }) => kind === 'goods')?.skus[0]?.skuId ?? '';
  const orders = [0, 1, 2].map((index) => ({
    ...{ orderId: orderIdOf(index), shop: 'living' as const, items: [{ skuId, quantity: 1 }] },
  }));
  await training.desk.addOrders({ orders });
  await pullOrders(desk);
  await importLabels(desk, skuId, orders.length);
  await pack.press('b');
  await pack.expectBand('扫快递单');
  await pack.scan(labelOf(0));
  await expect(desk.getByTestId('batch-count')).toHaveText('1');
  await pack.scan('75531717199999');
  await pack.expectRefused('batch-unknown');
  await pack.press('Enter');
  await pack.scan(labelOf(1));
  await pack.expectRefused('batch-unknown');
  await pack.press('F8');
  await expect(pack.blocked).toBeHidden();
  await pack.scan(labelOf(2));
  await expect(desk.getByTestId('batch-count')).toHaveText('2');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.press('Escape');
  await expect(desk.getByTestId('batch')).toBeHidden();
  await expect(pack.idle).toBeVisible();
});
