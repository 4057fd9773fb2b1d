import { expect, type Locator, type Page } from '@playwright/test';
import { pacedHand } from './paced-hand.ts';
import { scanCode } from './scanner.ts';

/** The bench, as a packer sees and works it. */
export type PackPage = ReturnType<typeof packPage>;

export function packPage(page: Page) {
  const hand = pacedHand(page);
  const band = page.getByTestId('band');
  const blocked = page.getByTestId('blocked');
  return {
    page,
    band,
    blocked,
    items: page.getByTestId('items'),
    packages: page.getByTestId('packages'),
    tray: page.getByTestId('tray'),
    today: page.getByTestId('today'),
    /** What the tray marks as next counts as scanned. */
    clickNextOnTray: (): Promise<void> => page.getByTestId('tray').locator('[data-next]').click(),
    idle: page.getByTestId('idle'),
    question: page.getByTestId('question'),
    closing: page.locator('[data-testid=question][data-kind=close-order]'),
    typing: page.getByLabel('手工输入条码或单号'),
    unpacked: page.getByTestId('unpacked'),
    trainingFrame: page.getByTestId('training-frame'),
    package: (no: number): Locator => page.locator(`[data-package="${no}"]`),
    pill: (text: string | RegExp): Locator => page.getByRole('group', { name: '状态' }).getByText(text),
    /** Every barcode on screen, once for each piece that is wanted. */
    barcodes: async (): Promise<readonly string[]> => {
      const rows = await page.getByTestId('items').locator('[data-barcode]').all();
      const codes = await Promise.all(
        rows.map(async (row) => {
          const code = (await row.getAttribute('data-barcode')) ?? '';
          return Array.from({ length: Number(await row.getAttribute('data-left')) }, () => code);
        }),
      );
      return codes.flat();
    },
    open: async (): Promise<void> => {
      await expect(band).toBeVisible();
      hand.begin();
    },
    /** Scans at a person's pace: never in one breath with what the same hand did before. */
    scan: (code: string): Promise<void> => hand.scan(code),
    /** Scans whose Enter has exactly this time, however late the machine that runs the test comes to it. */
    scanAt: (code: string, endMs: number): Promise<void> => scanCode(page, code, endMs),
    press: (key: string): Promise<void> => hand.press(key),
    expectBand: (text: string | RegExp): Promise<void> => expect(band).toContainText(text),
    /** The last scan was taken for what it is; waits for the verdict. */
    expectLast: (code: string): Promise<void> => expect(page.getByTestId('last-scan')).toContainText(code),
    expectSaved: (waybill: string): Promise<void> => expect(band).toContainText(`已存 尾号 ${waybill.slice(-4)}`),
    expectRefused: async (code: string): Promise<void> => {
      await expect(blocked).toBeVisible();
      await expect(blocked).toHaveAttribute('data-code', code);
    },
  };
}
