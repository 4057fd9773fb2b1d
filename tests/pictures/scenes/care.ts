import type { Scene, Stage } from '../stage.ts';

/** Where the desk is set up and looked after: shops, codes, settings, the scanner, the command sheet. */
export const care: Scene = {
  name: 'care',
  play: async (stage) => {
    for (const key of ['living', 'supplier', 'douyin'] as const) await stage.shop(key);
    await shops(stage);
    await codes(stage);
    await settings(stage);
    await scanner(stage);
    await stage.go('/commands');
    await stage.shoot('commands');
  },
};

async function shops({ page, go, shoot, words, training }: Stage): Promise<void> {
  const { actions, form } = words.shops;
  await go('/shops');
  const card = page.getByRole('article').first();
  await card.getByRole('button', { name: actions.test }).click();
  await card.getByText(words.shops.test.ok).waitFor();
  await shoot('shops');
  await card.getByRole('button', { name: actions.carriers }).click();
  await page.getByRole('table').waitFor();
  await shoot('shops-carriers');
  await training.desk.setFault({ mode: 'unavailable', calls: ['read'], count: 'always' });
  await page.getByRole('dialog').getByRole('button', { name: words.shops.carriers.refresh }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await shoot('shops-carriers-failed');
  await training.desk.clearFaults();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await page.getByRole('button', { name: words.shops.add }).click();
  await shoot('shops-add');
  await page.getByRole('button', { name: form.saveAndTest }).click();
  await shoot('shops-add-missing');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await card
    .getByRole('button', { name: actions.more.slice(-4) })
    .or(card.locator('[aria-haspopup=menu]'))
    .first()
    .click();
  await shoot('shops-menu');
  await page.getByRole('menuitem', { name: actions.credentials }).click();
  await shoot('shops-credentials');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await card.locator('[aria-haspopup=menu]').first().click();
  await page.getByRole('menuitem', { name: actions.remove }).click();
  await shoot('shops-remove');
  await page.keyboard.press('Escape');
}

const CLOSED_MS = 400;

async function codes({ page, go, shoot, words }: Stage): Promise<void> {
  await go('/codes');
  await page.getByRole('option').first().waitFor();
  await shoot('codes');
  await page.getByLabel(words.codes.searchLabel).fill('606005');
  await page.getByRole('option').nth(2).waitFor({ state: 'hidden' });
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('codes-entry');
  await page.keyboard.press('Escape');
  await page.getByLabel(words.codes.searchLabel).fill('9909001 odd');
  await shoot('codes-unknown');
}

/** The settings are longer than a screen: one picture for each screenful. */
async function settings({ page, go, shoot, words }: Stage): Promise<void> {
  await go('/settings');
  await page.getByRole('button', { name: words.settings.verify.run }).click();
  await page.getByText(words.settings.verify.allGood).waitFor();
  await page.mouse.move(SCREEN_MIDDLE.x, SCREEN_MIDDLE.y);
  await page.mouse.wheel(0, -10 * SCREENFUL);
  await page.waitForTimeout(CLOSED_MS);
  for (let screen = 1; screen <= 6; screen += 1) {
    await shoot(`settings-${screen}`);
    await page.mouse.wheel(0, SCREENFUL);
    await page.waitForTimeout(CLOSED_MS);
  }
  await page.getByRole('button', { name: words.settings.diagnostics.open }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  await shoot('diagnostics');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await page.getByRole('button', { name: words.settings.data.backUpNow }).click();
  await page
    .getByRole('button', { name: new RegExp(words.settings.data.restoreThis.split('{{time}}')[0] ?? '') })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await shoot('restore');
  await page.keyboard.press('Escape');
}

const SCREEN_MIDDLE = { x: 600, y: 500 };
const SCREENFUL = 600;

async function scanner({ page, go, shoot, scan }: Stage): Promise<void> {
  await go('/scanner');
  await shoot('scanner');
  for (let done = 0; done < 5; done += 1) await scan('Dd-2049-TEST');
  await page.getByTestId('timeline').waitFor();
  await shoot('scanner-calibrated');
}
