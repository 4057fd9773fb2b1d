import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pullOrders, test } from './fixtures.ts';

/** Findings of the accessibility checker, by rule and place. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('the bench passes the accessibility checker in each of its states', async ({ pack, desk, box }) => {
  const order = await box.order([2, 1]);
  await pullOrders(desk);
  expect(await findings(desk)).toEqual([]);
  await pack.scan(order.orderId);
  await pack.expectBand('扫商品');
  await pack.scan(order.items[0]?.barcode ?? '');
  await expect(pack.unpacked).toContainText('2');
  await desk.waitForTimeout(700);
  expect(await findings(desk)).toEqual([]);
  await pack.press('F1');
  expect(await findings(desk)).toEqual([]);
  await pack.press('Escape');
  await pack.scan('NOTHING-LIKE-IT');
  await expect(pack.question).toBeVisible();
  expect(await findings(desk)).toEqual([]);
  await pack.press('3');
  await expect(pack.question).toBeHidden();
  await pack.scan('6901234567892');
  await expect(pack.blocked).toBeVisible();
  expect(await findings(desk)).toEqual([]);
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
] as const)
  test(`nothing is cut off sideways at ${width}×${height}, at any scale`, async ({ pack, desk, box }) => {
    await desk.setViewportSize({ width, height });
    const order = await box.order([2, 1, 1]);
    await pullOrders(desk);
    await pack.scan(order.orderId);
    await pack.expectBand('扫商品');
    for (const scale of [0.75, 1, 1.25, 1.5, 1.75, 2]) {
      await desk.evaluate((value) => document.documentElement.style.setProperty('--ui-scale', String(value)), scale);
      for (const part of [pack.band, pack.items, pack.packages, pack.unpacked])
        expect(await part.evaluate(fitsTheWindow), `scale ${scale}`).toBe(true);
      const share = (await pack.band.evaluate((band) => band.getBoundingClientRect().height)) / height;
      expect(share).toBeGreaterThanOrEqual(0.22);
      await expect(pack.items.locator('[data-rank="next"]')).toBeInViewport({ ratio: 0.9 });
    }
  });

test('nothing pulses or wanders for a person who wants no motion', async ({ pack, desk, box, training }) => {
  const order = await box.order([1]);
  await training.desk.changeOrder(order.orderId, { holds: ['address-change'] });
  await pullOrders(desk);
  await pack.scan(order.orderId);
  await expect(pack.blocked).toHaveAttribute('data-tone', 'stop');
  await expect.poll(() => desk.evaluate(endlessMotion)).toBeGreaterThan(0);
  await desk.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => desk.evaluate(endlessMotion)).toBe(0);
  await expect(pack.blocked).toBeVisible();
});

/** How many movements of the page would never end. */
function endlessMotion(): number {
  return document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime === Infinity).length;
}

function fitsTheWindow(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= window.innerWidth + 1 && bottom <= window.innerHeight + 1;
}
