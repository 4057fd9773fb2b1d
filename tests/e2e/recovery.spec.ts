import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { damageDatabase } from './damage-database.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { outboxPage } from './pages/outbox-page.ts';
import { addPeople } from './pages/people.ts';
import { recoveryPage } from './pages/recovery-page.ts';
import { savePackage } from './save-package.ts';

test('a desk whose database was damaged says what happened and what to check; nothing is lost, nothing sent twice', async ({
  desk,
  box,
  training,
  reopen,
}) => {
  test.slow(); // Two starts, and the checker of barriers reads the whole page.
  const [kept, sent, waiting] = [await box.order([1]), await box.order([1]), await box.order([1])];
  const applied = async (): Promise<readonly number[]> =>
    Promise.all([kept, sent, waiting].map(async ({ orderId }) => (await training.desk.applied(orderId)).length));
  await pullOrders(desk);
  await savePackage(desk, kept);
  await expect.poll(applied).toEqual([1, 0, 0]);
  await recoveryPage(desk).backUp();
  await savePackage(desk, sent);
  await expect.poll(applied).toEqual([1, 1, 0]);
  await training.desk.setFault({ mode: 'offline' });
  await savePackage(desk, waiting);

  const again = await reopen(damageDatabase);
  const recovery = recoveryPage(again);
  await expect(recovery.bar).toContainText('数据文件坏过，已恢复');
  await recovery.readReport();
  const report = recovery.report('数据文件损坏过，已经自动恢复');
  await expect(report).toContainText('里面有 1 个包裹');
  await expect(report).toContainText('从扫描流水补回 2 个包裹');
  await expect(report).toContainText(/原来的文件还在：.*damaged/);
  await expect(report).toContainText('2 个包裹先到平台核实，查清之前不会发，也不会重发');
  expect(await findBarriers(again)).toEqual([]);
  await report.getByRole('button', { name: '去发件箱' }).press('Enter');
  const outbox = outboxPage(again);
  await expect(outbox.row(kept.orderId)).toContainText('已确认');
  for (const { orderId } of [sent, waiting]) await expect(outbox.row(orderId)).toContainText('结果未知');
  await expect(outbox.foot).toBeVisible();

  await training.desk.clearFaults();
  for (const { orderId } of [sent, waiting])
    await expect(outbox.row(orderId)).toContainText('已确认', { timeout: 60_000 });
  expect(await applied()).toEqual([1, 1, 1]);
});

test('an older backup chosen on the page takes its place, and the packages saved since come back unsent', async ({
  desk,
  box,
  training,
}) => {
  test.slow(); // The desk closes and opens in the middle.
  const [kept, since] = [await box.order([1]), await box.order([1])];
  await pullOrders(desk);
  const recovery = recoveryPage(desk);
  await savePackage(desk, kept);
  await recovery.backUp();
  await savePackage(desk, since);
  await expect.poll(async () => (await training.desk.applied(since.orderId)).length).toBe(1);

  await recovery.chooseOldest();
  await expect(recovery.wizard).toContainText('备份完好：1 个包裹');
  await recovery.word.fill('恢');
  await expect(recovery.confirm).toBeDisabled();
  await recovery.word.fill('恢复');
  await recovery.word.press('Enter');
  await expect(recovery.confirm).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
  await recovery.confirm.press('Enter');
  await expect(recovery.wizard.getByRole('status')).toContainText('从扫描流水补回 1 个', { timeout: 30_000 });
  await recovery.wizard.getByRole('button', { name: '知道了' }).press('Enter');

  await expect(recovery.bar).toContainText('已换上选定的备份');
  await recovery.readReport();
  await recovery.report('已换上选定的备份').getByRole('button', { name: '我看过了（管理员）' }).press('Enter');
  await expect(recovery.bar).toBeHidden();
  const outbox = outboxPage(desk);
  await outbox.open();
  for (const { orderId } of [kept, since]) {
    await expect(outbox.row(orderId)).toContainText('已确认', { timeout: 30_000 });
    expect(await training.desk.applied(orderId)).toHaveLength(1);
  }
});

test('a restore that was cut off is told before anybody signs in, and to all until an admin has read it', async ({
  desk,
  pack,
  reopen,
}) => {
  const { bo } = await addPeople(desk);
  const again = await reopen((dataDir) => writeFile(join(dataDir, 'dispatch-desk.db.restoring.partial'), 'half'));
  const signIn = again.getByTestId('sign-in');
  await expect(signIn.getByRole('alert')).toContainText('没有恢复，数据没有动');
  expect(await findBarriers(again)).toEqual([]);
  await pack.scan(bo.badge);
  const recovery = recoveryPage(again);
  await expect(recovery.bar).toContainText('没有恢复，数据没有动');
  await recovery.readReport();
  const report = recovery.report('没有恢复，原来的数据没有动');
  await expect(report).toContainText('恢复到一半，发货台就关了');
  await expect(report).toContainText('什么都没有改');
  await expect(report).toContainText('设置 → 数据安全');
  expect(await findBarriers(again)).toEqual([]);
});
