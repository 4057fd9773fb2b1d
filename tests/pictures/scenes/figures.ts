import { callDesk } from '../../e2e/call-desk.ts';
import { addPeople } from '../../e2e/pages/people.ts';
import { savePackage } from '../../e2e/save-package.ts';
import type { Scene } from '../stage.ts';

/** Packages of several people, and what each of them packed. */
export const figures: Scene = {
  name: 'figures',
  play: async (stage) => {
    const { page, go, shoot, words } = stage;
    await stage.shop('living');
    const orders = [];
    for (const pieces of [[1], [2], [1, 1], [1], [3], [1, 2, 1], [1]]) orders.push(await stage.order({ pieces }));
    const { bo, ling } = await addPeople(page);
    await callDesk(page, 'settings', 'set', { key: 'operators.badgeAlone', value: 'as-packer' });
    for (const [index, order] of orders.entries()) {
      if (index === 2) await callDesk(page, 'packing', 'scan', { text: bo.badge });
      await savePackage(page, order);
    }
    await page.waitForTimeout(SENT_MS);
    await callDesk(page, 'operators', 'signIn', { operatorId: ling.id, pin: '284617' });
    await page.reload();
    await go('/history');
    await page
      .getByRole('option')
      .nth(orders.length - 1)
      .waitFor();
    await shoot('history-people');
    await page.getByRole('button', { name: words.history.figures.open }).click();
    await page.getByRole('dialog').waitFor();
    await shoot('history-figures');
  },
};

/** Long enough for the last practice shipment to be confirmed. */
const SENT_MS = 3_000;
