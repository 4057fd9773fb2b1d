import { messages } from '../../renderer/i18n/messages.ts';
import type { Language } from '../../shared/contract/system.ts';
import { callDesk } from './call-desk.ts';
import { expectNoSidewaysScroll, expectSound } from './expect-sound.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { savePackage } from './save-package.ts';

const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  const words = messages[language];

  test(`every office page is free of barriers in ${language}`, async ({ desk, box, training }) => {
    test.setTimeout(120_000);
    const [refused, unknown, open] = [await box.order([1]), await box.order([1]), await box.order([2])];
    await training.desk.changeOrder(open.orderId, { holds: ['address-change'] });
    await pullOrders(desk);
    await training.desk.setFault({ mode: 'answer', code: 6060479, calls: ['send'], scope: refused.orderId });
    await savePackage(desk, refused);
    await training.desk.setFault({ mode: 'reset-after', calls: ['send'], scope: unknown.orderId });
    await training.desk.setFault({ mode: 'unavailable', calls: ['read'], count: 'always' });
    await savePackage(desk, unknown);
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });

    await goTo(desk, 2);
    await expect(desk.getByRole('option')).toHaveCount(2);
    await expect(desk.getByRole('option').filter({ hasText: words.outbox.states.in_doubt })).toBeVisible();
    await expectSound(desk, 'outbox');
    await desk.getByRole('option').filter({ hasText: words.outbox.states.rejected }).click();
    await expect(desk.getByRole('dialog')).toContainText('6060479');
    await expectSound(desk, 'story of a refused package');
    await desk.getByRole('button', { name: words.outbox.actions.edit, exact: true }).click();
    await expect(desk.getByRole('combobox', { name: words.outbox.dialog.carrier })).toBeVisible();
    await expectSound(desk, 'correction');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('dialog')).toHaveCount(0);

    await goTo(desk, 3);
    const flagged = desk.getByRole('option').filter({ hasText: open.orderId });
    await expect(flagged).toBeVisible();
    await expectSound(desk, 'orders');
    await flagged.click();
    await expect(desk.getByRole('button', { name: words.orders.detail.pack })).toBeVisible();
    await expectSound(desk, 'an order');
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: words.orders.import }).click();
    await expectSound(desk, 'import');
    await desk.setInputFiles('input[type=file]', {
      name: 'orders.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('shop,order_id,sku_id,quantity\n?,1,2,x\n'),
    });
    await expect(desk.getByRole('table')).toBeVisible();
    await expectSound(desk, 'result of an import');
    await desk.getByRole('button', { name: words.orders.importer.close }).click();

    await goTo(desk, 4);
    const card = desk.getByRole('article');
    await card.getByRole('button', { name: words.shops.actions.test }).click();
    await expect(card.getByText(words.shops.test.step)).toBeVisible();
    await expectSound(desk, 'shops');
    await desk.getByRole('button', { name: words.shops.add }).click();
    await desk.getByRole('button', { name: words.shops.form.saveAndTest }).click();
    await expect(desk.getByText(words.shops.form.nameMissing)).toBeVisible();
    await expectSound(desk, 'a new shop');
    await desk.keyboard.press('Escape');
    await card.getByRole('button', { name: words.shops.actions.carriers }).click();
    await expect(desk.getByRole('table')).toBeVisible();
    await expectSound(desk, 'carriers');
    await desk.keyboard.press('Escape');

    await goTo(desk, 5);
    await desk.getByRole('button', { name: words.settings.verify.run }).click();
    await expect(desk.getByText(words.settings.verify.allGood)).toBeVisible({ timeout: 15_000 });
    await expectSound(desk, 'settings');

    await goTo(desk, 6);
    await expect(desk.getByRole('option').first()).toBeVisible();
    await expectSound(desk, 'codes');
    await desk.getByLabel(words.codes.searchLabel).fill('9909001 odd');
    await expect(desk.getByRole('option')).toHaveCount(0);
    await expectSound(desk, 'an undocumented code');
    await desk.getByLabel(words.codes.searchLabel).fill('606005');
    await desk.getByRole('option').first().click();
    await expect(desk.getByRole('dialog')).toContainText('606005');
    await expectSound(desk, 'a code');
    await desk.keyboard.press('Escape');

    await callDesk(desk, 'settings', 'set', { key: 'ui.languageChosen', value: false });
    await expect(desk.getByRole('button', { name: /English/ })).toBeVisible();
    await expectSound(desk, 'choice of language');
    await desk.keyboard.press(language === 'en' ? '2' : '1');
    await expect(desk.getByRole('heading', { name: words.welcome.startTitle })).toBeVisible();
    await expectSound(desk, 'choice of a start');
  });
}

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  const words = messages[language];

  test(`a shift and a package to be weighed are free of barriers in ${language}`, async ({ desk, pack, box }) => {
    test.setTimeout(120_000);
    const [packed, weighed] = [await box.order([1]), await box.order([1])];
    await pullOrders(desk);
    await savePackage(desk, packed);
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });
    await expect(desk.getByTestId('no-shift')).toBeVisible();
    await pack.press('s');
    await expect(desk.getByTestId('start-checklist')).toBeVisible();
    await expectSound(desk, 'start checklist');
    await pack.press('F3');
    await expect(desk.getByTestId('started')).toBeVisible();
    await expectSound(desk, 'running shift');
    await pack.press('F4');
    await expect(desk.getByRole('dialog', { name: words.shift.close.title })).toBeVisible();
    await expectSound(desk, 'closing');
    await pack.press('F4');
    await expect(desk.getByTestId('closed-shift')).toBeVisible();
    await expectSound(desk, 'closed shift');
    const wanted = { weigh: 'must', minGrams: 20, maxGrams: 5_000 } as const;
    await callDesk(desk, 'shops', 'setPacking', { shop: '山野茶铺', wanted });
    await pack.scan(weighed.orderId);
    await expect(pack.items).toBeVisible();
    await pack.scan(weighed.items[0]?.barcode ?? '');
    await pack.expectBand(words.pack.band.weigh);
    await pack.press('w');
    await expect(desk.getByTestId('weigh')).toBeVisible();
    await expectSound(desk, 'weighing');
    await pack.press('Escape');
    await pack.press('F1');
    const sheet = desk.getByRole('dialog', { name: words.pack.help.title });
    // English sentences are longer: there the smallest screen may scroll.
    for (const size of language === 'en' ? [LARGE] : [SMALL, LARGE]) {
      await desk.setViewportSize(size);
      const hidden = () => sheet.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
      await expect.poll(hidden, `keys cut off at ${size.width}`).toBe(0);
    }
    await expectSound(desk, 'all keys');
  });
}

test('the language changes at once, everywhere, and stays', async ({ desk }) => {
  await goTo(desk, 5);
  await desk.getByText('English', { exact: true }).click();
  await expect(desk.getByRole('heading', { name: 'Settings' })).toBeVisible();
  expect(await desk.locator('html').getAttribute('lang')).toBe('en');
  for (const digit of [1, 2, 3, 4, 6, 7, 8, 9, 5] as const) {
    await goTo(desk, digit);
    await expect(desk.locator('h1')).toBeVisible();
    const chinese = (await desk.locator('main').innerText()).match(/\p{Script=Han}+/gu) ?? [];
    expect(chinese.filter((text) => !['山野茶铺', '中文'].includes(text))).toEqual([]);
  }
  await desk.reload();
  await expect(desk.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('at twice the size on the smallest screen the lists still show whole rows, and nothing scrolls sideways', async ({
  desk,
  box,
}) => {
  await box.order([1]);
  const saved = await box.order([1]);
  await pullOrders(desk);
  await callDesk(desk, 'shops', 'pause', { shop: '山野茶铺' });
  await savePackage(desk, saved);
  for (const value of [75, 200] as const) {
    await callDesk(desk, 'settings', 'set', { key: 'ui.scalePercent', value });
    for (const digit of [2, 3, 4, 5] as const) {
      await goTo(desk, digit);
      await expect(desk.locator('h1')).toBeVisible();
      if (digit < 4) await expect(desk.getByRole('option').first()).toBeInViewport({ ratio: 0.95 });
      await expectNoSidewaysScroll(desk, `page ${digit} at ${value} %`);
    }
  }
});
