import { readFile } from 'node:fs/promises';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { savePackage } from './save-package.ts';

const SEARCH = '查代码或平台提示';

test('a code is found and read with the keyboard alone', async ({ desk }) => {
  await goTo(desk, 6);
  await expect(desk.getByLabel(SEARCH)).toBeFocused();
  await desk.keyboard.type('６０６００５');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('option')).toHaveCount(2);
  await desk.getByRole('listbox', { name: '代码列表' }).focus();
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  const entry = desk.getByRole('dialog', { name: '代码说明' });
  for (const part of [
    '平台不认这个快递单号',
    '打包员',
    '换一张快递单',
    'waybill_id不合法',
    'channels/ec/order/delivery/send',
  ])
    await expect(entry).toContainText(part);
  expect(new URL(desk.url()).hash).toBe('#/codes/wechat-channels/606005');
  await entry.getByRole('button', { name: '微信小店供货商' }).press('Enter');
  expect(new URL(desk.url()).hash).toBe('#/codes/wechat-dropship/606005');
  await desk.keyboard.press('Escape');
  await expect(entry).toBeHidden();
  expect(new URL(desk.url()).hash).toBe('#/codes');
});

test('a pasted answer finds its entry, filters narrow, and what nobody documented goes the unknown way', async ({
  desk,
}) => {
  await goTo(desk, 6);
  const search = desk.getByLabel(SEARCH);
  await search.fill('{"code":614,"msg":"您填写的运单号已被使用，不允许用此物流运单号发货","success":false}');
  await expect(desk.getByRole('option')).toHaveCount(1);
  await expect(desk.getByRole('option')).toContainText('614:waybill-used');
  await search.fill('快递');
  await desk.getByRole('combobox', { name: '平台', exact: true }).click();
  await desk.getByRole('option', { name: '抖店（蜂巢）', exact: true }).click();
  const list = desk.getByRole('listbox', { name: '代码列表' });
  await expect(list).not.toContainText('微信小店');
  await expect(list).toContainText('抖店（蜂巢）');
  await search.fill('{"code":1,"msg":"60199:一个新的错误"}');
  await expect(desk.getByRole('status').filter({ hasText: '没有公布' })).toContainText('绝不盲目重发');
  await expect(desk.getByRole('status').filter({ hasText: '没有公布' })).toContainText('一个新的错误');
});

test('a refused package leads from its story to the entry, and the address alone opens it again', async ({
  desk,
  box,
  training,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await training.desk.setFault({ mode: 'answer', code: 606003, calls: ['send'] });
  await savePackage(desk, order);
  const outbox = outboxPage(desk);
  await outbox.open();
  await outbox.openFirst();
  await outbox.story.getByRole('button', { name: '606003 是什么意思' }).press('Enter');
  const entry = desk.getByRole('dialog', { name: '代码说明' });
  await expect(entry).toContainText('店铺没有设默认退货地址');
  await desk.reload();
  await expect(entry).toContainText('606003');
});

test('what is on screen is exported as a CSV a spreadsheet program reads safely', async ({ desk }) => {
  await goTo(desk, 6);
  await desk.getByLabel(SEARCH).fill('-1');
  await expect(desk.getByRole('option').first()).toContainText('-1');
  const [download] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('代码说明.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF"平台","代码"')).toBe(true);
  expect(text).toContain('"\'-1"');
});

test('a refusal at the bench leads to the platform’s own answer, and stays open behind it', async ({
  desk,
  box,
  training,
  pack,
}) => {
  const order = await box.order([1]);
  await training.desk.changeOrder(order.orderId, { holds: ['address-change'] });
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await pack.expectRefused('order-flagged');
  await desk.keyboard.press('F9');
  await expect(desk.getByRole('dialog', { name: '代码说明' })).toContainText('10020115');
  await goTo(desk, 1);
  await pack.expectRefused('order-flagged');
});
