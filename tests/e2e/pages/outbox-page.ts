import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './go-to.ts';

/** The outbox, as a supervisor sees and works it. */
export type OutboxPage = ReturnType<typeof outboxPage>;

export function outboxPage(page: Page) {
  const story = page.getByRole('dialog', { name: '包裹经过' });
  return {
    page,
    rows: page.getByRole('option'),
    list: page.getByRole('listbox'),
    story,
    row: (orderId: string): Locator => page.getByRole('option').filter({ hasText: orderId }),
    chip: (name: string): Locator => page.getByRole('group', { name: '按状态筛选' }).getByRole('button', { name }),
    foot: page.getByText('账目相符'),
    open: async (): Promise<void> => {
      await goTo(page, 2);
      await expect(page.getByRole('heading', { name: '发件箱' })).toBeVisible();
    },
    /** With the keyboard alone. */
    openFirst: async (): Promise<void> => {
      await page.getByRole('listbox').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(story).toBeVisible();
    },
    act: (name: string): Promise<void> => story.getByRole('button', { name, exact: true }).click(),
  };
}
