import { expect } from '../fixtures.ts';
import type { PackPage } from '../pages/pack-page.ts';
import type { Day } from './prepare-day.ts';

/** Packs a whole order of any kind from its number to 已存; `open` where it lies on the bench already. */
export async function packOrder(
  pack: PackPage,
  day: Day,
  orderId: string,
  from: 'open' | 'shelf' = 'shelf',
): Promise<void> {
  if (from === 'shelf') await pack.scan(orderId);
  await pack.expectBand(/扫商品|核对后按 F3/);
  await packGoods(pack, day, orderId);
  await pack.expectBand(/扫快递单|核对后按 F3/);
  const label = day.labelOf(orderId);
  if (label === '') {
    await pack.press('F3');
    await pack.expectBand('已存');
    return;
  }
  await pack.scan(label);
  await pack.expectSaved(label);
}

/** Two boxes: the first goods in one, the rest in the other. */
export async function packSplit(pack: PackPage, day: Day, orderId: string): Promise<void> {
  await pack.scan(orderId);
  await pack.expectBand('扫商品');
  const [first = '', ...others] = await pack.barcodes();
  const sameGoods = others.filter((code) => code === first);
  for (const code of [first, ...sameGoods]) await scanGoods(pack, code);
  await pack.press('F3');
  await label(pack, day.labelOf(orderId));
  for (const code of others.filter((each) => each !== first)) await scanGoods(pack, code);
  await label(pack, day.labelOf(orderId, 1));
}

async function packGoods(pack: PackPage, day: Day, orderId: string): Promise<void> {
  await expect(pack.items).toBeVisible();
  const serials = day.sheetOf(orderId)?.items.flatMap(({ serialNumbers }) => serialNumbers) ?? [];
  for (const [index, code] of (await pack.barcodes()).entries()) {
    await scanGoods(pack, code);
    const serial = serials[index];
    if (serial === undefined) continue;
    await pack.expectBand('扫序列号');
    await scanGoods(pack, serial);
  }
}

async function scanGoods(pack: PackPage, code: string): Promise<void> {
  await pack.scan(code);
  await pack.expectLast(code);
  await expect(pack.blocked).toBeHidden();
}

async function label(pack: PackPage, waybill: string): Promise<void> {
  await pack.expectBand('扫快递单');
  await pack.scan(waybill);
  await pack.expectSaved(waybill);
}
