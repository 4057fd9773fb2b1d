import { callDesk } from './call-desk.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';

const TEST_CODE = 'Dd-2049-TEST';

test('a scanner is calibrated with five scans, which reach no order', async ({ pack, desk }) => {
  await pack.pill('扫码枪').click();
  await expect(desk.getByRole('heading', { name: '扫码枪' })).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
  await pack.scan('6901234567892');
  await expect(desk.getByText('扫到的不是测试码')).toBeVisible();
  for (let done = 1; done <= 5; done += 1) {
    await pack.scan(TEST_CODE);
    await expect(desk.getByRole('list', { name: `已扫 ${done} 次，共 5 次` })).toBeVisible();
  }
  await expect(desk.getByTestId('timeline')).toContainText('⏎');
  expect(await findBarriers(desk)).toEqual([]);
  await desk.screenshot({ path: 'test-results/e2e/scanner-1366.png' });
  await desk.setViewportSize({ width: 1920, height: 1080 });
  await desk.screenshot({ path: 'test-results/e2e/scanner-1920.png' });
  await desk.getByRole('button', { name: '存下' }).click();
  await expect(desk.getByText('上次校准的结果')).toBeVisible();
  expect(await callDesk(desk, 'scans', 'profile', {})).toMatchObject({
    profile: { link: 'wired', suffix: 'enter', letters: 'mixed', thresholdMs: 40 },
  });
  expect(await callDesk(desk, 'packing', 'view', {})).toMatchObject({ step: 'order', blocked: null, recent: [] });
});

test('the log shows what was scanned and why it was refused, in English too', async ({ pack, desk }) => {
  await pack.scan('NOSUCHORDER123');
  await pack.expectRefused('scan-unknown');
  await pack.press('F8');
  await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: 'en' });
  await desk.goto(`${new URL(desk.url()).origin}/#/scanner`);
  await desk.reload();
  await expect(desk.getByRole('cell', { name: 'NOSUCHORDER123' })).toBeVisible();
  await expect(desk.getByRole('cell', { name: /refused.*This code is not known/s })).toBeVisible();
  expect(await findBarriers(desk)).toEqual([]);
  await desk.screenshot({ path: 'test-results/e2e/scanner-en.png' });
  await desk.getByRole('button', { name: 'Export 30 days' }).click();
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: /Download the log/ }).click();
  expect((await download).suggestedFilename()).toBe('scans.jsonl');
});
