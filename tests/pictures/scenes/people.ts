import { callDesk } from '../../e2e/call-desk.ts';
import { addPeople } from '../../e2e/pages/people.ts';
import { savePackage } from '../../e2e/save-package.ts';
import type { Scene, Stage } from '../stage.ts';

/** Who stands here: the list of people, signing in, a wrong PIN, scans kept behind a lock, a lead's leave. */
export const people: Scene = {
  name: 'people',
  play: async (stage) => {
    const { page, go, shoot, scan } = stage;
    const shop = await stage.shop('living');
    const order = await stage.order({ pieces: [1] });
    const other = await stage.order({ pieces: [1, 1] });
    await callDesk(page, 'shops', 'pause', { shop });
    await savePackage(page, order);
    const { bo } = await addPeople(page);
    await go('/people');
    await shoot('people');
    await changes(stage);
    await callDesk(page, 'operators', 'signOut', {});
    await page.getByTestId('sign-in').waitFor();
    await shoot('sign-in');
    await wrongPin(stage);
    await scan(bo.badge);
    await go('/people');
    await shoot('people-packer');
    await go('/');
    await scan(other.orderId);
    await callDesk(page, 'operators', 'lock', {});
    await page.getByTestId('sign-in').waitFor();
    await scan(other.items[0]?.barcode ?? '');
    await shoot('sign-in-locked');
    await scan(bo.badge);
    await page.getByTestId('kept-scans').waitFor();
    await shoot('kept-scans');
    await page.keyboard.press('F1');
    await leave(stage, order.orderId);
  },
};

async function changes({ page, shoot, words }: Stage): Promise<void> {
  const row = page.locator('[data-name="小博"]');
  await row.getByRole('button', { name: words.people.newPin }).click();
  await page.getByLabel(words.people.pin).last().fill('12');
  await page.getByLabel(words.people.pinAgain).fill('123');
  await shoot('people-new-pin');
  await row.getByRole('button', { name: words.people.newPin }).click();
  await row.getByRole('button', { name: words.people.deactivate }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('people-deactivate');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function wrongPin({ page, shoot }: Stage): Promise<void> {
  await page.keyboard.press('1');
  await shoot('sign-in-pin');
  await page.keyboard.type('000001', { delay: HAND_MS });
  await page.waitForTimeout(HAND_MS);
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await shoot('sign-in-wrong');
}

/** Slower than any scanner. */
const HAND_MS = 110;

async function leave({ page, go, shoot, words }: Stage, orderId: string): Promise<void> {
  await go('/outbox');
  await page.getByRole('option').filter({ hasText: orderId }).click();
  await page.getByRole('button', { name: words.outbox.actions.cancel, exact: true }).click();
  await page.getByRole('button', { name: words.outbox.dialog.reasons.buyerCancelled }).click();
  await page.getByRole('button', { name: words.outbox.dialog.cancelConfirm }).click();
  await page.getByTestId('leave').waitFor();
  await shoot('leave');
  await page.keyboard.press('1');
  await shoot('leave-pin');
}
