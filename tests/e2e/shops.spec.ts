import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { findBarriers } from './find-barriers.ts';
import { goTo } from './pages/go-to.ts';
import { savePackage } from './save-package.ts';

const WRONG_SECRET = 'example-secret-that-is-wrong';

test('a shop with a wrong secret gets the exact cause, and the right one makes it work', async ({ desk, training }) => {
  const [, shop] = await training.desk.shops();
  if (!shop) throw new Error('The practice platforms have too few shops');
  await goTo(desk, 4);
  await desk.getByRole('button', { name: '添加店铺' }).click();
  const form = desk.getByRole('dialog', { name: '添加店铺' });
  await form.getByLabel('店铺名称').fill('第二家店');
  await form.getByLabel('AppID').fill(shop.appId);
  await form.getByLabel('AppSecret').fill(WRONG_SECRET);
  await form.getByText('高级').click();
  await form.getByLabel('接口地址').fill(training.baseUrl);
  await form.getByRole('button', { name: '保存并测试连接' }).click();
  await expect(form).toBeHidden();
  const card = desk.getByRole('article', { name: '第二家店' });
  await expect(card.getByText('AppID 或密钥不对')).toBeVisible();
  await expect(card.getByText('账号核对')).toBeVisible();
  await expect(card.getByText('已配置，结尾 ng')).toBeVisible();
  expect(await desk.content()).not.toContain(WRONG_SECRET);

  await card.getByRole('button', { name: '「第二家店」的更多操作' }).click();
  await desk.getByRole('menuitem', { name: '更换账号' }).click();
  const again = desk.getByRole('dialog', { name: '更换「第二家店」的账号' });
  await again.getByLabel('AppID').fill(shop.appId);
  await again.getByLabel('AppSecret').fill(shop.appSecret);
  await again.getByRole('button', { name: '保存', exact: true }).click();
  await expect(again).toBeHidden();
  await card.getByRole('button', { name: '测试连接' }).click();
  await expect(card.getByText('连接正常')).toBeVisible();
  await card.getByRole('button', { name: '快递公司名单' }).click();
  await expect(desk.getByRole('dialog').getByRole('row').nth(3)).toBeVisible();
});

test('an address that is not on the platform’s list is shown with the address it sees', async ({ desk, training }) => {
  await training.desk.setFault({
    mode: 'answer',
    code: 40164,
    message: 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
    calls: ['read'],
    count: 'always',
  });
  await goTo(desk, 4);
  const card = desk.getByRole('article', { name: '山野茶铺' });
  await card.getByRole('button', { name: '测试连接' }).click();
  await expect(card.getByText('平台看到的本机 IP：203.0.113.7')).toBeVisible();
  await expect(card.getByRole('button', { name: '复制 IP 203.0.113.7' })).toBeVisible();
});

test('an order that cannot be read is named at its shop and in the bar, holds no other up, and goes once it is read', async ({
  desk,
  box,
  training,
}) => {
  const [odd, other] = [await box.order([1]), await box.order([1])];
  await training.desk.setFault({ mode: 'truncated-after', calls: ['read'], scope: odd.orderId, count: 'always' });
  await pullOrders(desk);
  expect(await callDesk(desk, 'orders', 'show', { shop: '山野茶铺', orderId: other.orderId })).toBeTruthy();
  await goTo(desk, 4);
  const unread = desk.getByRole('region', { name: '有订单读不出来' });
  await expect(unread).toContainText(odd.orderId);
  await expect(unread).toContainText('平台的回答看不懂');
  await expect(desk.getByRole('group', { name: '状态' }).getByText('1 个订单读不出来')).toBeAttached();
  expect(await findBarriers(desk)).toEqual([]);
  await training.desk.clearFaults();
  await callDesk(desk, 'orders', 'lookUp', { code: odd.orderId });
  await expect(unread).toBeHidden();
});

test('a shop with open packages cannot be removed, and says how many', async ({ desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'pause', { shop: '山野茶铺' });
  await savePackage(desk, order);
  await goTo(desk, 4);
  const card = desk.getByRole('article', { name: '山野茶铺' });
  await expect(card.getByText('已暂停')).toBeVisible();
  await card.getByRole('button', { name: '「山野茶铺」的更多操作' }).click();
  await desk.getByRole('menuitem', { name: '移除店铺' }).click();
  const dialog = desk.getByRole('dialog', { name: '移除「山野茶铺」' });
  await expect(dialog).toContainText('还有 1 个包裹没有完成');
  await dialog.getByRole('button', { name: '去看这些包裹' }).click();
  await expect(desk.getByRole('option').filter({ hasText: order.orderId })).toBeVisible();
});
