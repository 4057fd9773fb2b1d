import type { Page } from '@playwright/test';

/** What a wired scanner leaves between two keys. */
const KEY_GAP_MS = 8;

/** A keyboard scanner: keys in quick succession to whatever has the focus, Enter at the end. */
export async function scanCode(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code, { delay: KEY_GAP_MS });
  await page.keyboard.press('Enter');
}
