import { expect, type Page } from '@playwright/test';
import { findBarriers } from './find-barriers.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

export async function expectNoSidewaysScroll(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main, main section, [role="listbox"], [role="dialog"]')].some(
      (part) => part.scrollWidth > part.clientWidth + 1,
    ),
  );
  expect(wide, `${place} scrolls sideways`).toBe(false);
}

/** No barrier, and nothing that would have to be scrolled sideways, at both sizes of screens. */
export async function expectSound(page: Page, place: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${place} at ${size.width}`);
  }
  expect(await findBarriers(page), place).toEqual([]);
}
