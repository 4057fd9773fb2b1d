import { readFile } from 'node:fs/promises';
import { expect, pullOrders, test } from './fixtures.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { savePackage } from './save-package.ts';

test('the outbox is exported as shown, with what the platform said and what it means', async ({
  desk,
  box,
  training,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await training.desk.setFault({ mode: 'answer', code: 606003, message: '=HYPERLINK("x")', calls: ['send'] });
  await savePackage(desk, order);
  const outbox = outboxPage(desk);
  await outbox.open();
  await expect(outbox.row(order.orderId)).toContainText('店铺没有设默认退货地址');
  await desk.getByRole('button', { name: '导出' }).press('Enter');
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('menuitem', { name: 'CSV 文件' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^发件箱-.*\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  for (const part of [
    `"${order.orderId}\t"`,
    '606003',
    '店铺设置不全',
    '管理员',
    '店铺没有设默认退货地址',
    '"\'=HYPERLINK',
  ])
    expect(text).toContain(part);
  await expect(desk.getByText('已导出 1 条')).toBeVisible();
  await outbox.chip('已确认').click();
  await desk.getByRole('button', { name: '导出' }).click();
  const [sheet] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('menuitem', { name: /xlsx/ }).click(),
  ]);
  expect((await readFile(await sheet.path())).subarray(0, 2).toString()).toBe('PK');
  await expect(desk.getByText('已导出 0 条')).toBeVisible();
});
