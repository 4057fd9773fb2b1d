import { callDesk } from '../../e2e/call-desk.ts';
import { savePackage } from '../../e2e/save-package.ts';
import type { Scene, Stage } from '../stage.ts';

/** The pages a lead sits at: orders, outbox, history and the search over everything. */
export const office: Scene = {
  name: 'office',
  play: async (stage) => {
    for (const kind of ['late', 'several', 'note', 'address-change', 'single', 'quantity', 'part-shipped'] as const)
      await stage.training.desk.addOrders({ count: 3, kind, shop: 'living' });
    await stage.shop('living');
    await orders(stage);
    await outbox(stage);
    await history(stage);
    await refund(stage);
  },
};

async function orders({ page, go, shoot, words }: Stage): Promise<void> {
  await go('/orders');
  await page.getByRole('option').first().waitFor();
  await shoot('orders');
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('orders-detail');
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').or(page.getByLabel(words.orders.searchLabel)).first().fill('nothing-like-it');
  await shoot('orders-no-match');
}

const SHOP = '青禾生活馆';

async function outbox({ page, go, shoot, training, order, words }: Stage): Promise<void> {
  const made = [];
  for (let index = 0; index < 6; index += 1)
    made.push(await order({ pieces: [1 + (index % 2), index % 3].filter((n) => n > 0) }));
  const [good, refused, doubt, conflict, again, waits] = made;
  if (!good || !refused || !doubt || !conflict || !again || !waits) throw new Error('Six orders were asked for');
  await savePackage(page, good);
  await training.desk.setFault({ mode: 'answer', code: 6060479, calls: ['send'], scope: refused.orderId });
  await savePackage(page, refused);
  await callDesk(page, 'shops', 'pause', { shop: SHOP });
  await savePackage(page, conflict);
  await training.desk.changeOrder(conflict.orderId, { shipElsewhere: { carrier: 'YTO', waybill: 'YT9900112233445' } });
  await callDesk(page, 'shops', 'resume', { shop: SHOP });
  await training.desk.setFault({ mode: 'busy', calls: ['send'], scope: again.orderId, count: 'always' });
  await savePackage(page, again);
  await page.waitForTimeout(SETTLED_MS);
  await training.desk.setFault({ mode: 'reset-after', calls: ['send'], scope: doubt.orderId });
  await training.desk.setFault({ mode: 'unavailable', calls: ['read'], count: 'always' });
  await savePackage(page, doubt);
  await callDesk(page, 'shops', 'pause', { shop: SHOP });
  await savePackage(page, waits);
  await go('/outbox');
  await page.getByRole('option').first().waitFor();
  await shoot('outbox');
  await page
    .getByRole('group', { name: words.outbox.filterLabel })
    .getByRole('button', { name: words.outbox.filters.all })
    .click();
  await page.getByRole('option').filter({ hasText: words.outbox.states.in_doubt }).waitFor();
  await shoot('outbox-all');
  for (const [state, name, action] of [
    ['rejected', 'refused', 'edit'],
    ['in_doubt', 'doubt', 'confirm-shipped'],
    ['wait', 'wait', 'cancel'],
    ['conflict', 'conflict', 'accept-platform'],
    ['shipped', 'shipped', 'correct-waybill'],
  ] as const) {
    await page.getByRole('option').filter({ hasText: words.outbox.states[state] }).first().click();
    await page.getByRole('dialog').waitFor();
    await shoot(`story-${name}`);
    await page.getByRole('button', { name: words.outbox.actions[action], exact: true }).click();
    await shoot(`dialog-${action}`);
    if (action === 'edit') {
      await page.getByLabel(words.outbox.dialog.waybill).fill('SF1029384756102');
      await shoot('dialog-edit-odd');
    }
    await page.keyboard.press('Escape');
    await page.waitForTimeout(CLOSED_MS);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  }
  await page.getByRole('button', { name: words.outbox.export.open }).click();
  await shoot('outbox-export');
  await page.keyboard.press('Escape');
}

const SETTLED_MS = 3_000;
const CLOSED_MS = 400;

async function history({ page, go, shoot }: Stage): Promise<void> {
  await go('/history');
  await page.getByRole('option').first().waitFor();
  await shoot('history');
  await page.getByRole('option').first().click();
  await page.getByRole('dialog').waitFor();
  await shoot('history-story');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(CLOSED_MS);
  await page.keyboard.press('Control+k');
  await shoot('find-empty');
  await page.keyboard.type('3726', { delay: 120 });
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await shoot('find');
  await page.keyboard.press('Escape');
}

/** A package held for the buyer's refund, where a lead may ship all the same. */
async function refund({ page, go, shoot, shop, training, order, words }: Stage): Promise<void> {
  await training.desk.clearFaults();
  await shop('douyin');
  const asked = await order({ shop: 'douyin', pieces: [1] });
  await training.desk.setFault({
    ...{ mode: 'answer', code: 60040, message: '退款申请需要处理' },
    ...{ calls: ['send'], scope: asked.orderId, count: 'always' },
  });
  await savePackage(page, asked);
  await page.waitForTimeout(SETTLED_MS);
  await go('/outbox');
  await page.getByRole('option').filter({ hasText: asked.orderId }).click();
  await page.getByRole('button', { name: words.outbox.actions['refuse-refund'], exact: true }).click();
  await shoot('dialog-refuse-refund');
}
