import type { Page } from 'playwright';
import { callDesk } from '../e2e/call-desk.ts';
import { scanCode } from '../e2e/pages/scanner.ts';

type Order = {
  readonly orderId: string;
  readonly lesson: string | null;
  readonly items: readonly { readonly barcode: string; readonly quantity: number }[];
  readonly waybills: readonly string[];
};
type Shoot = (name: string) => Promise<void>;

/** Two pieces of the same goods in quick succession would count as one trigger pull read twice. */
const BETWEEN_SCANS_MS = 300;
/** Long enough for a practice shipment to be confirmed. */
const SENT_MS = 4_000;

/** A Douyin order in two boxes, a device with its serial number, and a drop-ship waybill that is corrected. */
export async function specialOrders(page: Page, shoot: Shoot): Promise<void> {
  await splitOrder(page, shoot);
  await serialNumber(page, shoot);
  await correction(page, shoot);
}

async function splitOrder(page: Page, shoot: Shoot): Promise<void> {
  const order = await orderOf(page, '练习·橙光抖店', ({ items, lesson }) => items.length > 1 && lesson === null);
  await scan(page, order.orderId);
  await pieces(page, order.items.slice(0, 1));
  await page.keyboard.press('F3');
  await scan(page, order.waybills[0] ?? '');
  await pieces(page, order.items.slice(1, 2));
  await shoot('douyin-split');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
}

async function serialNumber(page: Page, shoot: Shoot): Promise<void> {
  const order = await orderOf(page, '练习·星野数码店', ({ lesson }) => lesson === 'subsidy');
  await scan(page, order.orderId);
  await scan(page, order.items[0]?.barcode ?? '');
  await shoot('serial-number');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
}

async function correction(page: Page, shoot: Shoot): Promise<void> {
  const order = await orderOf(page, '练习·云仓供货', ({ lesson, waybills }) => lesson === null && waybills.length > 1);
  await scan(page, order.orderId);
  await pieces(page, order.items);
  await scan(page, order.waybills[0] ?? '');
  await page.waitForTimeout(SENT_MS);
  await scan(page, order.orderId);
  await shoot('correct-offer');
  await page.keyboard.press('F6');
  await page.getByTestId('budget').waitFor();
  await scan(page, order.waybills[1] ?? '');
  await shoot('dropship-correct');
}

async function orderOf(page: Page, shop: string, fits: (order: Order) => boolean): Promise<Order> {
  const tray = (await callDesk(page, 'training', 'tray', { shop })) as readonly Order[];
  const order = tray.find(fits);
  if (order === undefined) throw new Error(`No such practice order in ${shop}`);
  return order;
}

async function pieces(page: Page, items: Order['items']): Promise<void> {
  for (const { barcode, quantity } of items)
    for (let piece = 0; piece < quantity; piece += 1) await scan(page, barcode);
}

async function scan(page: Page, code: string): Promise<void> {
  await page.waitForTimeout(BETWEEN_SCANS_MS);
  await scanCode(page, code);
  await page.waitForTimeout(BETWEEN_SCANS_MS);
}
