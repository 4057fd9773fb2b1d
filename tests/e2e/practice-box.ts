import { PRODUCTS } from '../../electron/training/practice/catalogue.ts';
import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import type { Training } from '../support/training.ts';

/** Orders a test asks for: how many pieces of each of the catalogue's first kinds of goods. */
export type PracticeBox = {
  /** Adds one order with these quantities and gives everything there is to scan for it. */
  readonly order: (quantities: readonly number[]) => Promise<SheetOrder>;
};

/** Enough for every order a test adds; the platforms of a test start without any. */
const ALL_ORDERS = 50;

export function practiceBox(training: Training): PracticeBox {
  let made = 0;
  return {
    order: async (quantities) => {
      made += 1;
      const orderId = `37046123000000${String(made).padStart(5, '0')}`;
      const skus = plainSkus();
      const items = quantities.map((quantity, index) => ({ skuId: skus[index] ?? '', quantity }));
      await training.desk.addOrders({ orders: [{ orderId, shop: 'living', items }] });
      const found = (await training.desk.sheet(ALL_ORDERS)).find((order) => order.orderId === orderId);
      if (!found) throw new Error(`Order ${orderId} is not on the practice sheet`);
      return found;
    },
  };
}

/** Different goods that leave by courier and need no serial number. */
const plainSkus = (): readonly string[] =>
  PRODUCTS.filter(({ kind }) => kind === 'goods').flatMap(({ skus }) => skus.map(({ skuId }) => skuId));
