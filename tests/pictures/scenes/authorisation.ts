import { savePackage } from '../../e2e/save-package.ts';
import { addVvShop, changeVvAccount, newTrade } from '../../e2e/vv-desk.ts';
import type { Scene } from '../stage.ts';

/** A shop whose owner has not authorised the aggregator: the shops page with the link and its code. */
export const authorisation: Scene = {
  name: 'authorisation',
  play: async ({ page, go, shoot, training }) => {
    await addVvShop(page, training);
    const order = await newTrade(page, training);
    await changeVvAccount(training, { authorised: false });
    await savePackage(page, order);
    await go('/shops');
    await page.locator('svg[data-ready]').scrollIntoViewIfNeeded();
    await shoot('vv-authorise');
  },
};
