import { readFile } from 'node:fs/promises';
import { commandDigits } from '../../shared/domain/commands/command-code.ts';
import { findBarriers } from './find-barriers.ts';
import { callDesk } from './call-desk.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { shiftPage } from './pages/shift-page.ts';
import { savePackage } from './save-package.ts';

test('a shift starts with a checklist, and what was skipped stays in sight', async ({ desk, pack }) => {
  const shift = shiftPage(pack);
  await shift.open();
  await expect(shift.checklist.locator('[data-result=skipped]')).not.toHaveCount(0);
  await shift.scan('6901234567892');
  await expect(shift.checklist).toContainText('收到 6901234567892');
  expect(await findBarriers(desk)).toEqual([]);
  await shift.press('F3');
  await expect(shift.started).toContainText('开班时没检查：声音');
  await expect(shift.started).not.toContainText('扫码枪');
});

test('the courier’s pile is scanned label by label, and stops at one that must not leave', async ({
  desk,
  pack,
  box,
  training,
}) => {
  const [one, two, late] = [await box.order([1]), await box.order([1]), await box.order([1])];
  await pullOrders(desk);
  const [first, second] = [await savePackage(desk, one), await savePackage(desk, two)];
  const third = late.waybills[0]?.waybill ?? '';
  for (const text of [late.orderId, late.items[0]?.barcode ?? '']) await callDesk(desk, 'packing', 'scan', { text });
  await training.desk.changeOrder(late.orderId, { holds: ['address-change'] });
  await callDesk(desk, 'packing', 'scan', { text: third });
  await expect.poll(() => callDesk(desk, 'packing', 'shelf', {})).toMatchObject({ stopped: [{ waybill: third }] });
  const shift = shiftPage(pack);
  await shift.open();
  await shift.openHandOver();
  await shift.scan(first);
  await expect(shift.band).toContainText(`已交接 尾号 ${first.slice(-4)}`);
  await shift.scan(third);
  await shift.expectAlarm('stopped');
  await expect(shift.alarm).toContainText('平台不让发');
  expect(await findBarriers(desk)).toEqual([]);
  await shift.press('Enter');
  await shift.press('Escape');
  await shift.scan(second);
  await expect(shift.missed).toContainText(second.slice(-6));
  await shift.scan(commandDigits('acknowledge') ?? '');
  await expect(shift.alarm).toBeHidden();
  await shift.scan(second);
  await expect(shift.handed).toHaveText('2');
  await expect(shift.waiting).toHaveText('0');
  await shift.scan('ZT99999999999');
  await shift.expectAlarm('unknown');
  await shift.press('F8');
  await shift.press('F10');
  await expect(shift.band).toContainText(`已撤销交接 尾号 ${second.slice(-4)}`);
  await expect(shift.handed).toHaveText('1');
  await shift.scan(first);
  await shift.expectAlarm('already');
});

test('a shift is closed by keys with every difference listed, and stays to be read', async ({ desk, pack, box }) => {
  const orders = [await box.order([1]), await box.order([2])];
  await pullOrders(desk);
  for (const order of orders) await savePackage(desk, order);
  const shift = shiftPage(pack);
  await callDesk(desk, 'shift', 'handOver', { text: orders[0]?.waybills[0]?.waybill ?? '' });
  await shift.open();
  await shift.expectFigures(2, 1, 2, 1);
  await expect(shift.difference(orders[1]?.orderId ?? '')).toContainText('平台已发货，没扫到交接');
  await shift.press('F4');
  await expect(desk.getByRole('dialog', { name: '结班' })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('dialog', { name: '结班' })).toBeVisible();
  await shift.press('F4');
  await expect(shift.closed).toContainText('日志指纹');
  await shift.expectFigures(2, 1, 2, 1);
  expect(await findBarriers(desk)).toEqual([]);
  const [file] = await Promise.all([desk.waitForEvent('download'), shift.press('F6')]);
  expect(file.suggestedFilename()).toMatch(/^班次-.*\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  for (const { orderId } of orders) expect(text).toContain(orderId);
  await desk.emulateMedia({ media: 'print' });
  await expect(desk.getByRole('navigation')).toBeHidden();
  await expect(shift.differences).toHaveCount(1);
  await desk.emulateMedia({ media: 'screen' });
  await shift.press('Escape');
  await expect(desk.getByRole('link')).toHaveCount(1);
});
