import { expect, type Locator } from '@playwright/test';
import type { PackPage } from './pack-page.ts';

/** The shift and the courier's pile, as a packer works them with the same hand as the bench. */
export type ShiftPage = ReturnType<typeof shiftPage>;

export function shiftPage({ page, scan, press }: Pick<PackPage, 'page' | 'scan' | 'press'>) {
  const alarm = page.getByTestId('hand-over-alarm');
  const band = page.getByTestId('hand-over');
  const figure = (name: string): Locator =>
    page.getByTestId('figures').locator('div').filter({ hasText: name }).locator('dd');
  return {
    page,
    alarm,
    band,
    checklist: page.getByTestId('start-checklist'),
    started: page.getByTestId('started'),
    closed: page.getByTestId('closed-shift'),
    missed: page.getByTestId('missed'),
    handed: page.getByTestId('handed-count'),
    waiting: page.getByTestId('waiting-count'),
    carrier: (name: string): Locator => page.locator(`[data-carrier="${name}"]`),
    differences: page.getByTestId('difference'),
    difference: (orderId: string): Locator => page.locator(`[data-testid=difference][data-order="${orderId}"]`),
    ...{ scan, press },
    open: async (): Promise<void> => {
      await expect(page.getByRole('navigation')).toBeVisible();
      await press('Control+9');
      await expect(page.getByTestId('figures')).toBeVisible();
    },
    openHandOver: async (): Promise<void> => {
      await press('F2');
      await expect(band).toBeVisible();
    },
    expectFigures: async (packed: number, handed: number, confirmed: number, differences: number): Promise<void> => {
      await expect(figure('已打包')).toHaveText(String(packed));
      await expect(figure('已交快递')).toHaveText(String(handed));
      await expect(figure('平台已确认')).toHaveText(String(confirmed));
      await expect(figure('差异')).toHaveText(String(differences));
    },
    expectAlarm: async (verdict: string): Promise<void> => {
      await expect(alarm).toHaveAttribute('data-verdict', verdict);
    },
  };
}
