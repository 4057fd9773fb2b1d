import { afterEach, expect, it } from 'vitest';
import type { SheetOrder } from '../../../electron/training/sheet/practice-sheet.ts';
import type { ShopKey } from '../../../electron/training/practice/practice-shops.ts';
import { startTraining, type Training } from '../../support/training.ts';

let training: Training;
afterEach(() => training.stop());

const sheet = async (shop: ShopKey): Promise<readonly SheetOrder[]> => {
  const response = await fetch(`${training.adminUrl}/__training/sheet.json?n=12&shop=${shop}&lessons=1`, {
    headers: { 'x-training': '1', connection: 'close' },
  });
  return ((await response.json()) as { orders: SheetOrder[] }).orders;
};

it.each([
  ['living', ['after-sale', 'part-refunded', 'address-change']],
  ['digital', ['subsidy', 'after-sale', 'address-change']],
  ['mini', ['same-city', 'pickup', 'after-sale', 'part-refunded']],
  ['supplier', ['after-sale']],
  ['taobao', ['after-sale', 'part-refunded', 'risk']],
  ['douyin', ['subsidy', 'after-sale', 'part-refunded', 'risk']],
] as const)(
  'the sheet of the %s shop has ordinary orders first and one of each special kind behind',
  async (shop, kinds) => {
    training = await startTraining();
    const orders = await sheet(shop);
    expect(orders).toHaveLength(12);
    expect(orders[0]?.lesson).toBeNull();
    const lessons = orders.flatMap(({ lesson }) => lesson ?? []);
    expect(lessons).toEqual(expect.arrayContaining([...kinds]));
    for (const { lesson, waybills } of orders)
      expect(waybills.length > 0).toBe(lesson !== 'same-city' && lesson !== 'pickup');
  },
);
