import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { savePackage } from './save-package.ts';

test('a refused package says why and what to do, is corrected by keyboard and ends shipped once', async ({
  desk,
  box,
  training,
}) => {
  const order = await box.order([2]);
  const corrected = order.waybills[1]?.waybill ?? '';
  await pullOrders(desk);
  await training.desk.setFault({ mode: 'answer', code: 6060479, message: 'waybill regex', calls: ['send'] });
  await savePackage(desk, order);
  const outbox = outboxPage(desk);
  await outbox.open();
  await expect(outbox.row(order.orderId)).toContainText('被拒绝');
  await expect(outbox.row(order.orderId)).toContainText('快递单号不符合所选快递公司的格式');
  await expect(outbox.chip('需要处理')).toContainText('1');
  await outbox.openFirst();
  await expect(outbox.story).toContainText('6060479');
  await expect(outbox.story.getByText('平台拒绝')).toBeVisible();
  await outbox.act('改好再发');
  const dialog = desk.getByRole('dialog', { name: '改好再发' });
  await dialog.getByLabel('快递单号').fill(corrected);
  await dialog.getByRole('button', { name: '保存并重新排队' }).click();
  await expect(outbox.story.getByText('已确认', { exact: true })).toBeVisible();
  await expect(outbox.story).toContainText(corrected);
  await desk.keyboard.press('Escape');
  await expect(outbox.story).toBeHidden();
  await expect(outbox.row(order.orderId)).toHaveCount(2);
  const applied = await training.desk.applied(order.orderId);
  expect(applied).toHaveLength(1);
  expect(JSON.stringify(applied)).toContain(corrected);
});

test('an unknown outcome is never called failed, and a person’s word takes two steps', async ({
  desk,
  box,
  training,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await training.desk.setFault({ mode: 'reset-after', calls: ['send'] });
  await training.desk.setFault({ mode: 'unavailable', calls: ['read'], count: 'always' });
  await savePackage(desk, order);
  const outbox = outboxPage(desk);
  await outbox.open();
  const row = outbox.row(order.orderId);
  await expect(row).toContainText('平台可能已收到，正在核实，不要重复发');
  await expect(row).not.toContainText('失败');
  await outbox.chip('结果未知').click();
  await outbox.openFirst();
  await outbox.act('确认已发货');
  const dialog = desk.getByRole('dialog', { name: '由你决定结果' });
  await expect(dialog.getByText('最后一次发送')).toBeVisible();
  await expect(dialog.getByRole('button', { name: '下一步' })).toBeDisabled();
  await dialog.getByLabel('我已在平台后台看过这个订单').check();
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByLabel('原因').fill('后台已发货');
  await dialog.getByLabel('依据').fill('后台截图 1');
  await dialog.getByRole('button', { name: '记为已发货' }).click();
  await expect(outbox.story.getByText('人工确认', { exact: true })).toBeVisible();
  await expect(outbox.story).toContainText('后台已发货 · 后台截图 1');
  expect(await training.desk.applied(order.orderId)).toHaveLength(1);
});

test('an order somebody else shipped becomes a conflict that shows both waybills', async ({ desk, box, training }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  const ours = await savePackage(desk, order, () =>
    training.desk.changeOrder(order.orderId, { shipElsewhere: { carrier: 'YTO', waybill: 'YT9900112233445' } }),
  );
  const outbox = outboxPage(desk);
  await outbox.open();
  await expect(outbox.row(order.orderId)).toContainText('对不上');
  await outbox.openFirst();
  await expect(outbox.story).toContainText(ours);
  await expect(outbox.story).toContainText('YT9900112233445');
  await outbox.act('以平台为准');
  const dialog = desk.getByRole('dialog', { name: '由你决定结果' });
  await expect(dialog).toContainText('YT9900112233445');
  await expect(dialog).toContainText(ours);
  await dialog.getByLabel('我已在平台后台看过这个订单').check();
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByRole('button', { name: '已在平台后台核对' }).click();
  await dialog.getByLabel('依据').fill('同事已发');
  await dialog.getByRole('button', { name: '以平台为准' }).click();
  await expect(outbox.story.getByText('人工确认', { exact: true })).toBeVisible();
  await expect(outbox.foot).toBeVisible();
});

test('three hundred packages are a list that scrolls and searches', async ({ desk, training }) => {
  const orders = await training.desk.addOrders({ count: 300, kind: 'single', shop: 'living' });
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'pause', { shop: '山野茶铺' });
  await goTo(desk, 3);
  await desk.getByRole('button', { name: '导入文件' }).click();
  await desk.getByText('发货（快递单号）').click();
  const lines = orders.map(
    ({ orderId }, index) => `山野茶铺,${orderId},中通快递,7589${String(index).padStart(10, '0')}`,
  );
  await desk.setInputFiles('input[type=file]', {
    name: '发货.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`店铺,订单号,快递公司,快递单号\n${lines.join('\n')}\n`),
  });
  await expect(desk.getByText('全部导入：300 条')).toBeVisible({ timeout: 30_000 });
  await desk.getByRole('button', { name: '去发件箱看' }).click();
  const outbox = outboxPage(desk);
  await expect(outbox.chip('待发送')).toContainText('300');
  await expect(outbox.rows.first()).toBeVisible();
  expect(await outbox.rows.count()).toBeLessThan(60);
  await outbox.list.focus();
  for (let page = 0; page < 4; page += 1) {
    await desk.keyboard.press('End');
    await desk.waitForTimeout(300);
  }
  await expect(desk.getByText('显示 300 条')).toBeVisible();
  await expect(outbox.rows.last()).toHaveAttribute('aria-posinset', '300');
  expect(await outbox.rows.count()).toBeLessThan(60);
  await desk.getByLabel('搜索发件箱').fill('75890000000123');
  await expect(outbox.rows).toHaveCount(1);
  await expect(outbox.rows.first()).toContainText('75890000000123');
});
