import { callDesk } from '../../e2e/call-desk.ts';
import { savePackage } from '../../e2e/save-package.ts';
import type { Scene, Stage } from '../stage.ts';

const PAGES = ['orders', 'outbox', 'shops', 'settings', 'codes', 'history', 'shelf', 'shift', 'people', 'scanner'];

/** Every page and what opens over it with letters half as large again, and twice as large. */
export const large: Scene = {
  name: 'large',
  play: async (stage) => {
    const shop = await stage.shop('living');
    const [first, second] = [
      await stage.order({ pieces: [1, 2], buyerNote: '请尽快' }),
      await stage.order({ pieces: [1] }),
    ];
    await savePackage(stage.page, first);
    await callDesk(stage.page, 'shops', 'pause', { shop });
    await savePackage(stage.page, second);
    await stage.order({ pieces: [1, 1] });
    for (const scale of [150, 200] as const) {
      await callDesk(stage.page, 'settings', 'set', { key: 'ui.scalePercent', value: scale });
      for (const name of PAGES) {
        await stage.go(`/${name}`);
        await stage.shoot(`x${scale}-${name}`);
      }
      await over(stage, `x${scale}`);
    }
  },
};

async function over({ page, go, shoot, words }: Stage, name: string): Promise<void> {
  await go('/outbox');
  await page
    .getByRole('group', { name: words.outbox.filterLabel })
    .getByRole('button', { name: words.outbox.filters.all })
    .click();
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').waitFor();
  await shoot(`${name}-outbox-story`);
  await page.keyboard.press('Escape');
  await go('/history');
  await page.getByRole('button', { name: words.history.figures.open }).click();
  await shoot(`${name}-figures`);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('3726', { delay: 120 });
  await shoot(`${name}-find`);
  await page.keyboard.press('Escape');
  await go('/orders');
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').waitFor();
  await shoot(`${name}-order`);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await page.getByRole('button', { name: words.orders.import }).click();
  await shoot(`${name}-import`);
  await page.keyboard.press('Escape');
  await go('/shops');
  await page.getByRole('button', { name: words.shops.add }).click();
  await shoot(`${name}-shops-add`);
  await page.keyboard.press('Escape');
}

const CLOSED_MS = 400;
