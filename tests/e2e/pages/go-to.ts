import { expect, type Page } from '@playwright/test';

/** Opens a page of the desk by its number, once there is a desk. */
export async function goTo(page: Page, digit: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9): Promise<void> {
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press(`Control+${digit}`);
}
