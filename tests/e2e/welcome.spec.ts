import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** What a newcomer is promised. */
const MINUTE_MS = 60_000;

async function chooseChinese(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /中文/ })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: '怎么开始？' })).toBeVisible();
}

test('two keys lead a newcomer to the practice bench within a minute, in English', async ({ page: blank, host }) => {
  const startedMs = Date.now();
  const page = await host.open(blank);
  await expect(page.getByRole('button', { name: /中文/ })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'How do you want to start?' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByTestId('tray')).toBeVisible({ timeout: 45_000 });
  expect(Date.now() - startedMs).toBeLessThan(MINUTE_MS);
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('article').first()).toContainText('Practice');
});

test('the practice sheet opens in a window of its own, ready to print', async ({ page: blank, host }) => {
  const page = await host.open(blank);
  await chooseChinese(page);
  const [sheet] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: '打印练习单' }).click(),
  ]);
  await expect(sheet.locator('svg').first()).toBeVisible({ timeout: 30_000 });
  expect(await sheet.locator('svg').count()).toBeGreaterThan(10);
});

test('adding a shop leads straight to its form, and the first steps can be seen again', async ({
  page: blank,
  host,
}) => {
  const page = await host.open(blank);
  await chooseChinese(page);
  await page.keyboard.press('2');
  await expect(page.getByRole('dialog', { name: '添加店铺' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+5');
  await page.getByRole('button', { name: '重新看一遍开始引导' }).click();
  await expect(page.getByRole('button', { name: /English/ })).toBeVisible();
});

test('training is ended from the settings, and its shops leave', async ({ page: blank, host }) => {
  const page = await host.open(blank);
  await chooseChinese(page);
  await page.keyboard.press('1');
  await expect(page.getByTestId('training-frame')).toBeVisible({ timeout: 45_000 });
  await page.keyboard.press('Control+5');
  await page.getByRole('radio', { name: '断网' }).click();
  await expect(page.getByRole('radio', { name: '断网' })).toBeChecked();
  await page.getByRole('button', { name: '结束练习' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结束练习' }).click();
  await expect(page.getByText('练习模式已关')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+4');
  await expect(page.getByText('还没有店铺').first()).toBeVisible();
});
