import type { Page } from '@playwright/test';
import { callDesk } from './call-desk.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { plugInCamera } from './pages/fake-camera.ts';
import { goTo } from './pages/go-to.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { addPeople, PINS } from './pages/people.ts';

const SHOP = '山野茶铺';
/** Keys of a hand, told apart from a scanner's by their pace. */
const HAND_MS = 110;
const wanted = (photo: 'ask' | 'must') => ({
  shop: SHOP,
  wanted: { weigh: 'off' as const, minGrams: 20, maxGrams: 5_000, photo },
});
const photoOf = (desk: Page, packageNo = 1) => desk.locator(`[data-package="${packageNo}"]`).getByTestId('photo');

test('a package is photographed by itself, once more by a key, and its story shows the picture', async ({
  pack,
  desk,
  box,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await desk.getByRole('navigation').getByRole('button', { name: '店铺' }).press('Enter');
  await desk.getByRole('button', { name: `「${SHOP}」的更多操作` }).press('Enter');
  await desk.getByRole('menuitem', { name: '称重和拍照' }).press('Enter');
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('radio', { name: '能拍就拍' }).press('Space');
  expect(await findBarriers(desk)).toEqual([]);
  await dialog.getByRole('button', { name: '保存' }).press('Enter');
  await expect(dialog).toBeHidden();
  await desk.getByRole('navigation').getByRole('button', { name: '打包' }).press('Enter');
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await expect(photoOf(desk)).toContainText('已拍照');
  const picture = photoOf(desk).getByRole('img');
  await expect(picture).toBeVisible();
  const first = await picture.getAttribute('src');
  await pack.press('p');
  await expect(picture).not.toHaveAttribute('src', first ?? '');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.scan(order.waybills[0]?.waybill ?? '');
  await pack.expectSaved(order.waybills[0]?.waybill ?? '');
  const outbox = outboxPage(desk);
  await outbox.open();
  await outbox.chip('全部').click();
  await outbox.row(order.orderId).click();
  const proof = desk.getByTestId('photo-proof');
  await expect(proof).toHaveAttribute('data-finding', 'whole');
  await proof.getByRole('button', { name: '放大照片' }).press('Enter');
  const large = desk.getByRole('dialog', { name: /封箱照片/ }).getByRole('img', { name: /封箱照片/ });
  await expect.poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
  expect(await findBarriers(desk)).toEqual([]);
});

test('a waybill that comes before the photo is kept, and saved with it', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'setPacking', wanted('must'));
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.scan(order.waybills[0]?.waybill ?? '');
  await pack.expectSaved(order.waybills[0]?.waybill ?? '');
  await expect
    .poll(async () => (await callDesk(desk, 'system', 'verify', {})) as object)
    .toMatchObject({
      photos: { checked: 1, missing: 0, changed: 0 },
    });
});

test('a camera that fails stops the line only where the shop insists; it is tried again, or let go', async ({
  pack,
  desk,
  box,
}) => {
  const [first, second, third] = [await box.order([1]), await box.order([1]), await box.order([1])];
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'setPacking', wanted('must'));
  const camera = await plugInCamera(desk);
  await pack.open();
  await camera.fail('NotReadableError');
  const fill = async (order: typeof first): Promise<string> => {
    await pack.scan(order.orderId);
    await pack.expectBand('扫商品');
    await pack.scan(order.items[0]?.barcode ?? '');
    return order.waybills[0]?.waybill ?? '';
  };
  const waybill = await fill(first);
  await pack.expectRefused('photo-missing');
  await expect(pack.blocked).toContainText('相机正被别的程序占用');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.press('F8');
  await pack.expectBand('先拍照');
  expect(await findBarriers(desk)).toEqual([]);
  await camera.work();
  await pack.press('p');
  await expect(photoOf(desk)).toContainText('已拍照');
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
  await camera.fail('silent');
  await desk.reload();
  await pack.open();
  const other = await fill(second);
  await pack.scan(other);
  await pack.expectRefused('photo-missing');
  await pack.press('F6');
  await pack.expectSaved(other);
  await callDesk(desk, 'shops', 'setPacking', wanted('ask'));
  const last = await fill(third);
  await expect(photoOf(desk)).toContainText('没有照片：相机没有回应', { timeout: 20_000 });
  await pack.scan(last);
  await pack.expectSaved(last);
  const outbox = outboxPage(desk);
  await outbox.open();
  await outbox.chip('全部').click();
  await outbox.row(second.orderId).click();
  await expect(desk.getByTestId('photo-proof')).toContainText('主管放行');
});

test('a camera is looked through and chosen in the settings, and each trouble has its own sentence', async ({
  desk,
}) => {
  const camera = await plugInCamera(desk);
  await goTo(desk, 5);
  const look = desk.getByRole('button', { name: '看一下画面' });
  for (const [failure, words] of [
    ['NotFoundError', '没有找到相机'],
    ['NotReadableError', '相机正被别的程序占用'],
    ['NotAllowedError', '没有使用相机的权限'],
  ] as const) {
    await camera.fail(failure);
    await look.press('Enter');
    await expect(desk.getByRole('alert').filter({ hasText: words })).toBeVisible();
  }
  expect(await findBarriers(desk)).toEqual([]);
  await camera.work();
  await look.press('Enter');
  const preview = desk.getByLabel('相机现在的画面');
  await expect.poll(() => preview.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  const choice = desk.getByRole('combobox', { name: '用哪个相机' });
  await choice.press('Enter');
  await choice.press('ArrowDown');
  await choice.press('Enter');
  await expect
    .poll(async () => ((await callDesk(desk, 'settings', 'get', {})) as Record<string, string>)['camera.name'])
    .toContain('fake');
  expect(await findBarriers(desk)).toEqual([]);
});

test('a packer cannot let a package go without its photo; a lead’s PIN can', async ({ pack, desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'setPacking', wanted('must'));
  const { ling, bo } = await addPeople(desk);
  const camera = await plugInCamera(desk);
  await pack.open();
  await camera.fail('NotFoundError');
  await pack.scan(bo.badge);
  await expect(pack.pill('小博 · 打包员')).toBeAttached();
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await pack.expectRefused('photo-missing');
  await pack.press('F8');
  const waybill = order.waybills[0]?.waybill ?? '';
  await pack.scan(waybill);
  await pack.expectRefused('photo-missing');
  await pack.press('F6');
  const leave = desk.getByTestId('leave');
  await expect(leave).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
  await pack.scan(ling.badge);
  await expect(leave).toContainText(ling.badge.slice(-4));
  await desk.waitForTimeout(HAND_MS);
  await desk.keyboard.press('1');
  await desk.keyboard.type(PINS.Ling, { delay: HAND_MS });
  await desk.waitForTimeout(HAND_MS);
  await desk.keyboard.press('Enter');
  await expect(leave).toBeHidden();
  await pack.expectSaved(waybill);
});
