import { callDesk } from './call-desk.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { addPeople, PINS } from './pages/people.ts';
import { savePackage } from './save-package.ts';

/** Keys of a hand, told apart from a scanner's by their pace. */
const HAND_MS = 110;

test('a badge signs in at once, and the pill says who stands here and as what', async ({ desk, pack }) => {
  const { bo } = await addPeople(desk);
  await callDesk(desk, 'operators', 'signOut', {});
  await expect(desk.getByTestId('sign-in')).toContainText('请登录');
  expect(await findBarriers(desk)).toEqual([]);
  await pack.scan(bo.badge);
  await expect(pack.pill('小博 · 打包员')).toBeAttached();
  await expect(pack.band).toBeVisible();
});

test('a wrong PIN is answered with the seconds to wait, and the right one signs in by keys alone', async ({
  desk,
  pack,
}) => {
  await addPeople(desk);
  await callDesk(desk, 'operators', 'signOut', {});
  const screen = desk.getByTestId('sign-in');
  const number = (await screen.getByRole('listitem').allTextContents()).findIndex((text) => text.includes('小博')) + 1;
  const enter = async (pin: string): Promise<void> => {
    await desk.keyboard.type(pin, { delay: HAND_MS });
    await desk.waitForTimeout(HAND_MS);
    await desk.keyboard.press('Enter');
  };
  await desk.keyboard.press(String(number));
  await enter('000001');
  const problem = screen.getByRole('alert');
  await expect(problem).toHaveAttribute('data-code', 'pin-wrong');
  await desk.keyboard.press('Enter');
  await expect(problem).toBeVisible();
  await expect(problem).toContainText('现在可以再输');
  expect(await findBarriers(desk)).toEqual([]);
  await enter(PINS.Bo);
  await expect(pack.pill('小博 · 打包员')).toBeAttached();
});

test('scans at a locked desk are kept, and taken to the bench after signing in', async ({ desk, pack, box }) => {
  const { bo } = await addPeople(desk);
  const order = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'operators', 'lock', {});
  await expect(desk.getByTestId('sign-in')).toContainText('已锁上');
  await pack.scan(order.orderId);
  await expect(desk.getByTestId('kept-count')).toContainText('1 个码');
  await pack.scan(bo.badge);
  const question = desk.getByTestId('kept-scans');
  await expect(question).toContainText(order.orderId);
  expect(await findBarriers(desk)).toEqual([]);
  await desk.keyboard.press('Enter');
  await expect(question).toBeVisible();
  await desk.keyboard.press('F1');
  await expect(pack.items).toBeVisible();
  await pack.expectLast(order.orderId);
});

test('a half-filled form waits behind the lock for who locked, and nobody else finds it', async ({ desk, pack }) => {
  const { bo } = await addPeople(desk);
  await desk.keyboard.press('Control+4');
  await desk.getByRole('button', { name: '添加店铺' }).first().click();
  const name = desk.getByLabel('店铺名称');
  await name.fill('凌家茶铺');
  await callDesk(desk, 'operators', 'lock', {});
  const cover = desk.getByTestId('sign-in');
  await expect(cover).toContainText('已锁上');
  await expect(name).toBeHidden();
  await expect(desk.getByRole('dialog')).toHaveCount(0);
  expect(await findBarriers(desk)).toEqual([]);
  await desk.keyboard.press('Control+5');
  await desk.waitForTimeout(HAND_MS);
  const number = (await cover.getByRole('listitem').allTextContents()).findIndex((text) => text.includes('凌主管')) + 1;
  await desk.keyboard.press(String(number));
  await desk.keyboard.type(PINS.Ling, { delay: HAND_MS });
  await desk.waitForTimeout(HAND_MS);
  await desk.keyboard.press('Enter');
  await expect(name).toBeVisible();
  await expect(name).toHaveValue('凌家茶铺');
  await callDesk(desk, 'operators', 'lock', {});
  await expect(cover).toContainText('已锁上');
  await pack.scan(bo.badge);
  await expect(pack.pill('小博 · 打包员')).toBeAttached();
  await expect(name).toHaveCount(0);
});

test('a packer’s refused step goes through with a lead’s PIN, and the package keeps the mark', async ({
  desk,
  pack,
  box,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'pause', { shop: '山野茶铺' });
  await savePackage(desk, order);
  const { ling, bo } = await addPeople(desk);
  await pack.scan(bo.badge);
  await expect(pack.pill('小博 · 打包员')).toBeAttached();
  await desk.keyboard.press('Control+2');
  await desk.getByRole('option').filter({ hasText: order.orderId }).click();
  const story = desk.getByRole('dialog', { name: '包裹经过' });
  await story.getByRole('button', { name: '撤销', exact: true }).click();
  const cancel = desk.getByRole('dialog', { name: '撤销这个包裹' });
  await cancel.getByRole('button', { name: '买家取消' }).click();
  await cancel.getByRole('button', { name: '撤销，不再发送' }).click();
  const leave = desk.getByTestId('leave');
  await expect(leave).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
  await pack.scan(ling.badge);
  await expect(leave).toContainText(ling.badge.slice(-4));
  await desk.keyboard.press('1');
  await desk.keyboard.type(PINS.Ling, { delay: HAND_MS });
  await desk.waitForTimeout(HAND_MS);
  await desk.keyboard.press('Enter');
  await expect(leave).toBeHidden();
  await expect(story).toContainText('由主管同意');
  await expect(story).toContainText('凌主管');
});

test('the first person is an admin with a PIN, signed in at once, and a second admin is advised', async ({
  desk,
  pack,
}) => {
  await desk.keyboard.press('Control+5');
  await desk.getByRole('link', { name: '打开人员' }).click();
  const form = desk.getByRole('form', { name: '登记' });
  await form.getByLabel('姓名').fill('凌主管');
  await form.getByLabel('PIN（6 到 12 位数字）').fill(PINS.Ling);
  await form.getByLabel('再输一遍 PIN').fill(PINS.Ling);
  await form.getByRole('button', { name: '登记' }).click();
  await expect(pack.pill('凌主管 · 管理员')).toBeAttached();
  await expect(desk.getByText('请再登记一位')).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
});
