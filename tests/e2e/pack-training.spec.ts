import { expect, test } from './fixtures.ts';
import { packPage } from './pages/pack-page.ts';

/** What a newcomer is promised. */
const MINUTE_MS = 60_000;
const MOST_CLICKS = 60;

test('a newcomer without scanner and credentials ships a first order within a minute', async ({ page, host }) => {
  const startedMs = Date.now();
  const desk = await host.open(page);
  await desk.getByRole('button', { name: '中文' }).click();
  await desk.getByRole('button', { name: '开始练习' }).click();
  const pack = packPage(desk);
  await expect(pack.trainingFrame).toBeVisible({ timeout: 30_000 });
  await expect(pack.today).toContainText('0 单');
  for (let clicks = 0; clicks < MOST_CLICKS && (await pack.today.innerText()).includes('0 单'); clicks += 1) {
    await pack.clickNextOnTray();
    await expect(pack.blocked).toBeHidden();
    await desk.waitForTimeout(300); // Goods scanned again within 250 ms count as one trigger pull.
  }
  await expect(pack.today).toContainText('1 单');
  expect(Date.now() - startedMs).toBeLessThan(MINUTE_MS);
});
