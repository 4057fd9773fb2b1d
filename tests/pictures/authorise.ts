import type { Page } from 'playwright';
import { savePackage } from '../e2e/save-package.ts';
import { addVvShop, changeVvAccount, newTrade } from '../e2e/vv-desk.ts';
import { spawnTraining } from '../support/training.ts';

/** A shop whose owner has not authorised the aggregator: the shops page with the link and its code. */
export async function authorisation(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  const training = await spawnTraining(['--orders', '0']);
  try {
    await addVvShop(page, training);
    const order = await newTrade(page, training);
    await changeVvAccount(training, { authorised: false });
    await savePackage(page, order);
    await page.goto(`${new URL(page.url()).origin}/#/shops`);
    await page.locator('svg[data-ready]').scrollIntoViewIfNeeded();
    await shoot('vv-authorise');
  } finally {
    await training.stop();
  }
}
