import type { Page } from '@playwright/test';
import { AUTHORISE_URL } from '../../electron/training/vv-tool/codes.ts';
import { readQr } from '../support/read-qr.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { savePackage } from './save-package.ts';
import { addVvShop, changeVvAccount, newTrade, VV_SHOP } from './vv-desk.ts';

const CODE = `「${VV_SHOP}」的授权二维码`;

/** The pixels of a drawing of the page, as a camera would see them. */
const pictureOf = (page: Page, label: string) =>
  page.getByRole('img', { name: label }).evaluate(async (drawing) => {
    const side = 600;
    const picture = new Image(side, side);
    picture.src = `data:image/svg+xml,${encodeURIComponent(
      new XMLSerializer().serializeToString(drawing).replace('<svg', `<svg width="${side}" height="${side}"`),
    )}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0, side, side);
    return { width: side, height: side, data: [...(context?.getImageData(0, 0, side, side).data ?? [])] };
  });

test('a shop that is not authorised shows its link as text and code, and ships once it is authorised', async ({
  desk,
  training,
}) => {
  await addVvShop(desk, training);
  const order = await newTrade(desk, training);
  await changeVvAccount(training, { authorised: false });
  await savePackage(desk, order);
  await goTo(desk, 4);
  const card = desk.getByRole('article', { name: VV_SHOP });
  await expect(card.getByRole('heading', { name: '店铺还没有授权' })).toBeVisible();
  await expect(card.getByTestId('authorise-link')).toHaveText(AUTHORISE_URL);
  await expect(card.locator(`a[href]`)).toHaveCount(0);
  await expect(desk.getByRole('img', { name: CODE })).toHaveAttribute('data-ready', 'true');
  expect(readQr(await pictureOf(desk, CODE))).toBe(AUTHORISE_URL);
  expect(await findBarriers(desk)).toEqual([]);

  await card.getByRole('button', { name: '我已授权，检查' }).click();
  await expect(card.getByText('平台说还没有授权')).toBeVisible();
  expect(await training.desk.applied(order.orderId)).toHaveLength(0);

  await changeVvAccount(training, { authorised: true });
  await card.getByRole('button', { name: '我已授权，检查' }).press('Enter');
  await expect(desk.getByText(`「${VV_SHOP}」已授权，继续发送`)).toBeVisible();
  await expect(card.getByTestId('authorise-link')).toBeHidden();
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
});

test('above the day’s limit packages wait, and a click sends them', async ({ desk, training }) => {
  await addVvShop(desk, training);
  const order = await newTrade(desk, training);
  await goTo(desk, 4);
  const card = desk.getByRole('article', { name: VV_SHOP });
  await card.getByRole('button', { name: `「${VV_SHOP}」的更多操作` }).click();
  await desk.getByRole('menuitem', { name: '每日花费上限' }).click();
  await desk.getByLabel('每日上限（元）').fill('0.01');
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await expect(card.getByText('到了每日上限')).toBeVisible();
  await savePackage(desk, order);
  expect(await training.desk.applied(order.orderId)).toHaveLength(0);
  expect(await findBarriers(desk)).toEqual([]);
  await card.getByRole('button', { name: '确认，今天继续发送' }).click();
  await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
  await expect(card.getByText('已确认今天不限')).toBeVisible();
  await goTo(desk, 2);
  await desk.getByRole('option').filter({ hasText: order.orderId }).click();
  await expect(desk.getByText('¥0.01（1 次调用）')).toBeVisible();
});

test('an unencrypted shop of another kind is added only with an administrator’s word, and every page says so', async ({
  desk,
}) => {
  await goTo(desk, 4);
  await desk.getByRole('button', { name: '添加店铺' }).click();
  const form = desk.getByRole('dialog', { name: '添加店铺' });
  await form.getByLabel('淘宝等（vv-tool）').check();
  await form.getByRole('combobox', { name: '店铺类型' }).click();
  await desk.getByRole('option', { name: '拼多多（由聚合平台代发，未验证）' }).click();
  await form.getByLabel('店铺名称').fill('拼多多店');
  await form.getByRole('textbox', { name: '账号' }).fill('practice-account');
  await form.getByRole('textbox', { name: 'Access Key（密钥）' }).fill('example-secret');
  await form.getByLabel('店铺 ID').fill('730000001');
  await form.getByRole('combobox', { name: '接口版本' }).click();
  await desk.getByRole('option', { name: '普通版' }).click();
  await form.getByRole('button', { name: '保存并测试连接' }).click();
  await expect(form.getByText('这个地址不加密：勾选下面的「允许」')).toBeVisible();
  await expect(form.getByLabel('我是管理员，允许「http://api.vv-tool.com」不加密连接')).not.toBeChecked();
  expect(await findBarriers(desk)).toEqual([]);
  // A name that leads nowhere: no test calls the platform itself.
  await form.getByLabel('接口地址').fill('http://gateway.example');
  await form.getByLabel('我是管理员，允许「http://gateway.example」不加密连接').check();
  await form.getByRole('button', { name: '保存并测试连接' }).click();
  await expect(form).toBeHidden();
  const card = desk.getByRole('article', { name: '拼多多店' });
  await expect(card.getByText('拼多多（由聚合平台代发，未验证）')).toBeVisible();
  for (const page of [4, 1, 2] as const) {
    await goTo(desk, page);
    await expect(desk.getByText('不加密：「拼多多店」')).toBeVisible();
  }
  await goTo(desk, 4);
  await card.getByRole('button', { name: '「拼多多店」的更多操作' }).click();
  await desk.getByRole('menuitem', { name: '不加密连接' }).click();
  await desk.getByRole('checkbox').uncheck();
  await desk.getByRole('button', { name: '保存', exact: true }).click();
  await expect(card.getByText('已经关掉，什么都不会发')).toBeVisible();
  await expect(desk.getByText('不加密：「拼多多店」')).toBeHidden();
});
