import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { savePackage } from './save-package.ts';

test('what support gets is read before it is saved, and is saved as it was read', async ({ desk, box, training }) => {
  test.slow(); // The checker of barriers reads the whole page.
  const order = await box.order([1]);
  await pullOrders(desk);
  await savePackage(desk, order);
  await goTo(desk, 5);
  const data = desk.getByRole('region', { name: '数据安全' });
  await expect(data.getByText('扫描流水')).toBeVisible();
  await expect(data.getByText('1 条', { exact: true })).toBeVisible();
  const card = desk.getByRole('region', { name: '给支持人员的诊断包' });
  await card.getByRole('button', { name: '看看里面有什么' }).press('Enter');
  const dialog = desk.getByRole('dialog', { name: '给支持人员的诊断包' });
  const files = dialog.getByRole('list', { name: '诊断包里的文件' });
  const content = dialog.getByRole('textbox', { name: '文件内容' });
  await expect(content).toHaveValue(/"sqlite"/);
  await files.getByRole('button', { name: 'app.json' }).press('Enter');
  await expect(content).toHaveValue(/"host": "loopback"/);
  const shown = await content.inputValue();
  expect(await findBarriers(desk)).toEqual([]);

  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    dialog.getByRole('button', { name: '存成压缩包' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^dispatch-desk-diagnostics-[\d-]+\.zip$/);
  const zipped = unzipSync(await readFile(await download.path()));
  const texts = Object.fromEntries(Object.entries(zipped).map(([name, bytes]) => [name, strFromU8(bytes)]));
  await expect(files.getByRole('listitem')).toHaveCount(Object.keys(texts).length);
  expect(texts['app.json']).toBe(shown);
  const [shop] = await training.desk.shops();
  for (const [name, text] of Object.entries(texts))
    for (const kept of [order.orderId, '山野茶铺', shop?.appSecret ?? 'no secret'])
      expect(text, name).not.toContain(kept);
  await expect(dialog.getByRole('status')).toContainText(download.suggestedFilename());
});
