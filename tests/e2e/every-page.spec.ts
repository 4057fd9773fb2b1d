import { messages } from '../../renderer/i18n/messages.ts';
import type { Language } from '../../shared/contract/system.ts';
import { callDesk } from './call-desk.ts';
import { expectSound } from './expect-sound.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { addPeople } from './pages/people.ts';
import { savePackage } from './save-package.ts';

/** Pages that no button of the bar leads to. */
const SIDE_PAGES = ['/people', '/scanner', '/commands'] as const;
/** Keys of a hand, told apart from a scanner's by their pace. */
const HAND_MS = 110;

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  const words = messages[language];

  test(`each page of the bar and each page beside it is free of barriers in ${language}`, async ({ desk, box }) => {
    test.setTimeout(180_000);
    const [packed, held] = [await box.order([2]), await box.order([1])];
    await pullOrders(desk);
    await savePackage(desk, packed);
    await callDesk(desk, 'packing', 'scan', { text: held.orderId });
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });
    const buttons = desk.getByRole('navigation').getByRole('button');
    await expect(buttons.first()).toBeVisible();
    const names = await buttons.evaluateAll((all) =>
      all.flatMap((button) => (button.getAttribute('aria-keyshortcuts') === 'Control+K' ? [] : [button.textContent])),
    );
    expect(names.length).toBeGreaterThanOrEqual(8);
    for (const [index, name] of names.entries()) {
      await buttons.nth(index).click();
      await expect(desk.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expectSound(desk, name);
    }
    for (const path of SIDE_PAGES) {
      await desk.goto(`${new URL(desk.url()).origin}/#${path}`);
      await expect(desk.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expectSound(desk, path);
    }
  });

  test(`what opens over a page is free of barriers in ${language}`, async ({ desk, box }) => {
    test.setTimeout(180_000);
    const order = await box.order([2]);
    await pullOrders(desk);
    await savePackage(desk, order);
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });
    await goTo(desk, 7);
    await desk.getByRole('button', { name: words.history.figures.open }).click();
    await expect(desk.getByRole('dialog', { name: words.history.figures.title })).toBeVisible();
    await expectSound(desk, 'figures');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Control+k');
    await expect(desk.getByRole('dialog', { name: words.history.find.title })).toBeVisible();
    await expectSound(desk, 'search over everything');
    await desk.keyboard.press('Escape');
    await goTo(desk, 4);
    for (const [item, title] of [
      [words.shops.actions.credentials, words.shops.form.replaceTitle],
      [words.shops.actions.remove, words.shops.remove.title],
    ] as const) {
      await desk.getByRole('article').locator('[aria-haspopup=menu]').click();
      await expect(desk.getByRole('menuitem', { name: item })).toBeVisible();
      await expectSound(desk, 'menu of a shop');
      await desk.getByRole('menuitem', { name: item }).click();
      await expect(desk.getByRole('dialog', { name: title.replace('{{shop}}', '山野茶铺') })).toBeVisible();
      await expectSound(desk, item);
      await desk.keyboard.press('Escape');
      await expect(desk.getByRole('dialog')).toHaveCount(0);
    }
  });

  test(`signing in, a lock and the scans behind it are free of barriers in ${language}`, async ({
    desk,
    pack,
    box,
  }) => {
    test.setTimeout(120_000);
    const order = await box.order([1]);
    await pullOrders(desk);
    const { bo } = await addPeople(desk);
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });
    await desk.goto(`${new URL(desk.url()).origin}/#/people`);
    await desk.locator('[data-name="小博"]').getByRole('button', { name: words.people.newPin }).click();
    await desk.getByLabel(words.people.pinAgain).fill('12');
    await expect(desk.getByText(words.people.pinsDiffer)).toBeVisible();
    await expectSound(desk, 'people with a new PIN asked and another mistyped');
    await callDesk(desk, 'operators', 'signOut', {});
    await expect(desk.getByTestId('sign-in')).toContainText(words.signIn.title.signedOut);
    await expectSound(desk, 'sign-in');
    await desk.keyboard.press('1');
    await desk.keyboard.type('000001', { delay: HAND_MS });
    await desk.waitForTimeout(HAND_MS);
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('alert')).toBeVisible();
    await expectSound(desk, 'a wrong PIN');
    await pack.scan(bo.badge);
    await expect(desk.getByTestId('sign-in')).toHaveCount(0);
    await desk.goto(`${new URL(desk.url()).origin}/#/`);
    await pack.open();
    await callDesk(desk, 'operators', 'lock', {});
    await expect(desk.getByTestId('sign-in')).toContainText(words.signIn.title.locked);
    await pack.scan(order.orderId);
    await expectSound(desk, 'the lock');
    await pack.scan(bo.badge);
    await expect(desk.getByTestId('kept-scans')).toBeVisible();
    await expectSound(desk, 'kept scans');
  });
}
