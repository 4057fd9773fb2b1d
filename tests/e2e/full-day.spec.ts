import { readFile } from 'node:fs/promises';
import { commandDigits, quantityDigits } from '../../shared/domain/commands/command-code.ts';
import { expect, test } from './fixtures.ts';
import { DAY_SHOPS, type Day, prepareDay } from './day/prepare-day.ts';
import { packOrder, packSplit } from './day/pack-order.ts';
import { withdrawByPin } from './day/withdraw-by-pin.ts';
import type { PackPage } from './pages/pack-page.ts';
import { shiftPage, type ShiftPage } from './pages/shift-page.ts';
import type { Page } from '@playwright/test';

/** Thirty orders, some hundred and fifty scans at a person's pace, on a machine that does other things too. */
const DAY_LIMIT_MS = 900_000;
const WAIT = { timeout: 60_000 };

test('one day at the bench, with keys and scanner alone, ships each order once and closes with what is open', async ({
  desk,
  pack,
  training,
}) => {
  test.setTimeout(DAY_LIMIT_MS);
  const day = await prepareDay(desk, training);
  const shift = shiftPage(pack);
  await test.step('the badge signs in and the checklist starts the shift', () => begin(day, pack, shift));
  await test.step('orders of five platforms, of every kind', async () => {
    for (const order of day.plain) await packOrder(pack, day, order);
    await packSplit(pack, day, day.split);
  });
  await test.step('a step is undone', () => undoOne(pack, day));
  await test.step('an order is put aside with its reason and taken up again', () => holdAndResume(pack, day));
  await test.step('a refund comes while its order is open', () => refundArrives(pack, day));
  await test.step('printed labels leave scan by scan', () => batch(desk, pack, day));
  await test.step('the network is cut: packing goes on, and a supervisor’s PIN withdraws a box', async () => {
    await training.desk.setFault({ mode: 'offline' });
    for (const order of day.offline) await packOrder(pack, day, order);
    await withdrawByPin(desk, pack, day);
  });
  await test.step('the courier comes while the network is still away', () => handOver(pack, shift, day));
  await test.step('the network comes back and everything leaves', async () => {
    await training.desk.clearFaults();
    await expect.poll(async () => (await training.desk.applied()).length, WAIT).toBe(day.parcels);
  });
  await test.step('the shift is closed with the differences shown', () => close(desk, shift, day));
  const sent = (await training.desk.applied()).map(({ orderId }) => orderId).toSorted();
  expect(sent).toEqual([...day.shipped, day.split].toSorted());
  expect((await training.desk.summary()).doubled).toEqual([]);
});

async function begin({ bo }: Day, pack: PackPage, shift: ShiftPage): Promise<void> {
  await pack.scan(bo.badge);
  await expect(pack.pill('小博 · 打包员')).toBeAttached();
  await shift.open();
  await shift.scan('6901234567892');
  await expect(shift.checklist).toContainText('收到 6901234567892');
  await shift.press('F7');
  await shift.press('F8');
  await expect(shift.checklist).toContainText('听得到');
  await shift.press('F3');
  await expect(shift.started).toContainText('小博');
  await shift.press('Control+1');
  await pack.expectBand('扫订单');
}

async function undoOne(pack: PackPage, day: Day): Promise<void> {
  await pack.scan(day.undone);
  await pack.expectBand('扫商品');
  const codes = await pack.barcodes();
  await pack.scan(codes[0] ?? '');
  await expect(pack.unpacked).toContainText(String(codes.length - 1));
  await pack.press('F10');
  await expect(pack.band).toContainText('已撤销');
  await expect(pack.unpacked).toContainText(String(codes.length));
  await packOrder(pack, day, day.undone, 'open');
}

async function holdAndResume(pack: PackPage, day: Day): Promise<void> {
  await pack.scan(day.held);
  await pack.expectBand('扫商品');
  await pack.scan(commandDigits('hold') ?? '');
  await expect(pack.question).toHaveAttribute('data-kind', 'hold-reason');
  await pack.scan(quantityDigits(1));
  await pack.expectBand(/问题架 1 号/);
  await packOrder(pack, day, day.held);
}

/** The goods go back to the problem shelf; nothing of the order was saved. */
async function refundArrives(pack: PackPage, day: Day): Promise<void> {
  await pack.scan(day.refunded);
  await pack.expectBand('扫商品');
  await day.refund();
  await pack.expectRefused('order-flagged');
  await pack.press('Enter');
  await expect(pack.blocked).toBeVisible();
  await pack.press('F8');
  await expect(pack.blocked).toBeHidden();
  await pack.expectBand(/问题架 1 号/);
}

async function batch(desk: Page, pack: PackPage, { batched }: Day): Promise<void> {
  await pack.press('b');
  await pack.expectBand('扫快递单');
  for (const [index, { label }] of batched.entries()) {
    await pack.scan(label);
    await expect(desk.getByTestId('batch-count')).toHaveText(String(index + 1));
  }
  await pack.press('Escape');
  await expect(pack.idle).toBeVisible();
}

/** All but one label; a withdrawn box, a strange label and one scanned twice stop the pile; the last is taken back. */
async function handOver(pack: PackPage, shift: ShiftPage, day: Day): Promise<void> {
  await pack.scan(commandDigits('hand-over') ?? '');
  await expect(shift.band).toBeVisible();
  const [left = '', ...labels] = day.labels();
  for (const [index, label] of labels.entries()) {
    await shift.scan(label);
    await expect(shift.handed).toHaveText(String(index + 1));
  }
  await shift.scan(day.labelOf(day.withdrawn));
  await shift.expectAlarm('stopped');
  await shift.press('Enter');
  await shift.scan(commandDigits('acknowledge') ?? '');
  await expect(shift.alarm).toBeHidden();
  await shift.scan('ZT00000000099');
  await shift.expectAlarm('unknown');
  await shift.press('F8');
  await expect(shift.alarm).toBeHidden();
  await shift.scan(labels[0] ?? '');
  await shift.expectAlarm('already');
  await shift.press('F8');
  await expect(shift.alarm).toBeHidden();
  await shift.press('F10');
  await expect(shift.handed).toHaveText(String(labels.length - 1));
  await expect(shift.waiting).toHaveText('2');
  expect(left).not.toBe('');
}

async function close(desk: Page, shift: ShiftPage, day: Day): Promise<void> {
  await shift.press('Escape');
  await shift.expectFigures(day.parcels, day.labels().length - 2, day.parcels, 3);
  await expect(shift.difference(day.refunded)).toContainText('挂起');
  await expect(shift.differences.filter({ hasText: '平台已发货，没扫到交接' })).toHaveCount(2);
  await expect(shift.differences.filter({ hasText: '负责：小博' })).toHaveCount(3);
  await shift.press('F4');
  await expect(desk.getByRole('dialog', { name: '结班' })).toBeVisible();
  await shift.press('F4');
  await expect(shift.closed).toContainText('日志指纹');
  await shift.expectFigures(day.parcels, day.labels().length - 2, day.parcels, 3);
  const [file] = await Promise.all([desk.waitForEvent('download'), shift.press('F6')]);
  const text = await readFile(await file.path(), 'utf8');
  for (const orderId of [...day.shipped, day.refunded]) expect(text).toContain(orderId);
  expect(Object.values(DAY_SHOPS).filter((name) => text.includes(name))).toHaveLength(Object.values(DAY_SHOPS).length);
}
