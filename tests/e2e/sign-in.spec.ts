import { callDesk } from './call-desk.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { addPeople, PINS } from './pages/people.ts';
import { savePackage } from './save-package.ts';

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
    for (const digit of pin) await desk.keyboard.press(digit);
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
  for (const digit of PINS.Ling) await desk.keyboard.press(digit);
  await desk.keyboard.press('Enter');
  await expect(leave).toBeHidden();
  await expect(story).toContainText('由主管同意');
  await expect(story).toContainText('凌主管');
});
