import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Findings of the accessibility checker, by rule and place, once nothing moves any more but what turns for ever. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  );
  const { violations } = await new AxeBuilder({ page })
    // The app has no frames; for pages that may have some, each look would open a window in front of the page.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
