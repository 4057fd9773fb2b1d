import { readFile } from 'node:fs/promises';
import { messages } from '../../renderer/i18n/messages.ts';
import { callDesk } from './call-desk.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, pullOrders, test } from './fixtures.ts';
import { goTo } from './pages/go-to.ts';
import { scanCode } from './pages/scanner.ts';
import { savePackage } from './save-package.ts';

for (const language of ['zh-CN', 'en'] as const) {
  const words = messages[language].history;

  test(`Ctrl+K leads from the end of a waybill to the story of its order, by keys only, in ${language}`, async ({
    desk,
    box,
  }) => {
    const order = await box.order([1]);
    await pullOrders(desk);
    await savePackage(desk, order);
    await callDesk(desk, 'settings', 'set', { key: 'ui.language', value: language });
    const waybill = order.waybills[0]?.waybill ?? '';

    await goTo(desk, 5);
    await desk.keyboard.press('Control+k');
    const find = desk.getByRole('dialog', { name: words.find.title });
    await expect(find.getByRole('combobox')).toBeFocused();
    await desk.keyboard.type(waybill.slice(-5));
    await expect(find.getByRole('option')).toContainText(waybill);
    expect(await findBarriers(desk)).toEqual([]);
    await desk.keyboard.press('Enter');

    const story = desk.getByRole('dialog', { name: words.story.title.replace('{{id}}', order.orderId) });
    await expect(story).toContainText(waybill);
    await expect(story.getByRole('listitem').filter({ hasText: waybill })).not.toHaveCount(0);
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      await desk.setViewportSize(size);
      expect(await findBarriers(desk)).toEqual([]);
    }
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('option').filter({ hasText: waybill })).toBeVisible();
    expect(await findBarriers(desk)).toEqual([]);

    await desk.getByRole('button', { name: words.figures.open }).click();
    const figures = desk.getByRole('dialog', { name: words.figures.title });
    await expect(figures.getByRole('row')).toHaveCount(2);
    expect(await findBarriers(desk)).toEqual([]);
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      figures.getByRole('button', { name: words.figures.save }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toContain(words.figures.columns.perHour);
  });
}

test('a code scanned while the search is open is searched for and does not reach the bench', async ({
  desk,
  box,
  pack,
}) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await pack.open();
  await desk.keyboard.press('Control+k');
  const find = desk.getByRole('dialog', { name: messages['zh-CN'].history.find.title });
  await expect(find.getByRole('combobox')).toBeFocused();
  await scanCode(desk, order.orderId);
  await expect(find.getByRole('option')).toContainText(order.orderId);
  await desk.keyboard.press('Escape');
  await expect(find).toHaveCount(0);
  expect(await callDesk(desk, 'packing', 'view', {})).toMatchObject({ order: null });
});

test('the history is narrowed by state and person, and emptied of everything else', async ({ desk, box }) => {
  const order = await box.order([1]);
  await pullOrders(desk);
  await savePackage(desk, order);
  await goTo(desk, 7);
  const words = messages['zh-CN'].history;
  await expect(desk.getByRole('option').filter({ hasText: order.orderId })).toBeVisible({ timeout: 15_000 });
  await desk.getByRole('combobox', { name: words.state }).click();
  await desk.getByRole('option', { name: messages['zh-CN'].outbox.states.cancelled }).click();
  await expect(desk.getByText(words.empty)).toBeVisible();
  await desk.getByRole('button', { name: words.clearFilter }).click();
  await expect(desk.getByRole('option').filter({ hasText: order.orderId })).toBeVisible();
});
