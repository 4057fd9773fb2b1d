import type { Page } from '@playwright/test';
import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import { callDesk } from './call-desk.ts';

/**
 * Packs a whole order in one package behind the page's back, for specs that start where the bench ends. What happens
 * meanwhile happens after the goods were checked and before the waybill is scanned.
 */
export async function savePackage(
  page: Page,
  order: SheetOrder,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string> {
  const waybill = order.waybills[0]?.waybill ?? '';
  const scans = order.items.flatMap(({ barcode, quantity }) => Array.from({ length: quantity }, () => barcode));
  for (const text of [order.orderId, ...scans, waybill]) {
    if (text === waybill) await meanwhile();
    await callDesk(page, 'packing', 'scan', { text });
    // The same code within 250 ms would count as one trigger pull.
    await page.waitForTimeout(260);
  }
  return waybill;
}
