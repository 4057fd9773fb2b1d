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
  await expect.poll(() => page.evaluate(spilling), `words outside their pill: ${place}`).toEqual([]);
}

/** The pills of the bar that hang out of it, or what they show out of them. */
function spilling(): readonly string[] {
  const inside = (part: Element, box: Element): boolean => {
    const [{ left, right }, { left: start, right: end }] = [part.getBoundingClientRect(), box.getBoundingClientRect()];
    return left >= start && right <= end;
  };
  return [...document.querySelectorAll('footer [data-tone]')].flatMap((pill) =>
    inside(pill, document.body) && [...pill.children].every((part) => part.clientWidth === 0 || inside(part, pill))
      ? []
      : [pill.textContent],
  );
}

/** No barrier, and nothing that would have to be scrolled sideways, at both sizes of screens. */
export async function expectSound(page: Page, place: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${place} at ${size.width}`);
  }
  expect(await findBarriers(page), place).toEqual([]);
}
