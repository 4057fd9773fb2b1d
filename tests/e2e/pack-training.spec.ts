import { expect, test } from './fixtures.ts';
import { packPage } from './pages/pack-page.ts';

/** What a newcomer is promised. */
const MINUTE_MS = 60_000;

test('a newcomer without scanner and credentials ships a first order within a minute', async ({ page, host }) => {
  const startedMs = Date.now();
  const desk = await host.open(page);
  await desk.getByRole('button', { name: '中文' }).click();
  await desk.getByRole('button', { name: '开始练习' }).click();
  const pack = packPage(desk);
  await expect(pack.trainingFrame).toBeVisible({ timeout: 30_000 });
  await expect(pack.tray).toBeVisible();
  const next = pack.tray.getByText('点这里');
  await next.click();
  await pack.expectBand(/扫商品|扫快递单/);
  for (let clicks = 0; clicks < 40 && !(await pack.band.innerText()).includes('已存'); clicks += 1) {
    await desk.waitForTimeout(300); // Goods scanned again within 250 ms count as one trigger pull.
    if (await pack.blocked.isVisible()) throw new Error(await pack.blocked.innerText());
    if (await next.isVisible()) await next.click({ timeout: 2_000 });
  }
  await pack.expectBand('已存');
  await expect(pack.band).toContainText('练习单');
  expect(Date.now() - startedMs).toBeLessThan(MINUTE_MS);
});
