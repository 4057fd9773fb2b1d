import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';

/** `店铺,订单号,商品编号,SKU 编号,数量` and two rows, the second of them wrong, as a spreadsheet program saves them in GBK. */
const GBK_ROWS = Buffer.from(
  'b5eac6cc2cb6a9b5a5bac52cc9ccc6b7b1e0bac52c534b5520b1e0bac52ccafdc1bf0d0a' +
    'c9bdd2b0b2e8c6cc2c3337303030303030303030303030303030312c3130312c3230312c320d0a' +
    'c9bdd2b0b2e8c6cc2c332e3730353132452b31382c3130312c3230322cc1bdbcfe0d0a',
  'hex',
);

async function importFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await goTo(page, 3);
  await page.getByRole('button', { name: '导入文件' }).click();
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer });
}

test('a file with the wrong columns is refused in one sentence that names them', async ({ desk }) => {
  await importFile(desk, '错的.csv', Buffer.from('甲,乙\n1,2\n'));
  const problem = desk.locator('[data-code="file-columns-missing"]');
  await expect(problem).toContainText('订单号');
  await expect(problem).toContainText('甲');
  await expect(desk.getByText('文件没有导入')).toBeVisible();
});

test('a GBK file brings its good rows in and tells what each other row needs', async ({ desk }) => {
  await importFile(desk, '订单.csv', GBK_ROWS);
  const dialog = desk.getByRole('dialog', { name: '导入文件' });
  await expect(dialog.getByText('导入 1 条，有 1 行没有导入')).toBeVisible();
  const row = dialog.getByRole('row').filter({ hasText: '3.70512E+18' });
  await expect(row.getByRole('cell').first()).toHaveText('3');
  await expect(row).toContainText('订单号');
  await expect(row).toContainText('「文本」格式');
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载这些行' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('没有导入的行.csv');
  expect(await readFile(await file.path(), 'utf8')).toContain('3.70512E+18');
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(desk.getByRole('option').filter({ hasText: '370000000000000001' })).toBeVisible();
});

test('a file dropped on the page is imported, and the template can be filled in', async ({ desk }) => {
  await goTo(desk, 3);
  await expect(desk.getByRole('heading', { name: '订单' })).toBeVisible();
  const transfer = await desk.evaluateHandle(() => {
    const data = new DataTransfer();
    const text = 'shop,order_id,product_id,sku_id,title,quantity\n山野茶铺,370000000000000009,101,201,茶,1\n';
    data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return data;
  });
  await desk.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(desk.getByText('把 CSV 或 XLSX 文件拖到这里')).toBeVisible();
  await desk.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  const dialog = desk.getByRole('dialog', { name: '导入文件' });
  const [template] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('button', { name: '下载模板' }).click(),
  ]);
  expect(template.suggestedFilename()).toBe('订单模板.xlsx');
  expect((await readFile(await template.path())).subarray(0, 2).toString()).toBe('PK');
  await dialog.getByRole('button', { name: '导入这个文件' }).click();
  await expect(dialog.getByText('全部导入：1 条')).toBeVisible();
});

test('orders are pulled, found by any number and brought to the bench', async ({ desk, box }) => {
  const order = await box.order([1]);
  await box.order([1]);
  await goTo(desk, 3);
  await desk.getByRole('button', { name: '拉取全部店铺' }).click();
  await expect(desk.getByText('山野茶铺: 拉取完成')).toBeVisible();
  await expect(desk.getByRole('option')).toHaveCount(2);
  await desk.getByLabel('搜索订单').fill(order.orderId);
  await expect(desk.getByRole('option')).toHaveCount(1);
  await desk.getByRole('listbox').focus();
  await desk.keyboard.press('Enter');
  const detail = desk.getByRole('dialog', { name: `订单 ${order.orderId}` });
  await expect(detail.getByText(order.items[0]?.title ?? '')).toBeVisible();
  await detail.getByRole('button', { name: '装这一单' }).click();
  await expect(desk.getByTestId('band')).toContainText('扫商品');
});

test('an order with an after-sale case says so before anybody packs it', async ({ desk, training, box }) => {
  const order = await box.order([1]);
  await training.desk.changeOrder(order.orderId, { holds: ['address-change'] });
  await pullOrders(desk);
  await goTo(desk, 3);
  await expect(desk.getByRole('option').filter({ hasText: order.orderId })).toContainText('买家要改地址，先别发');
});
