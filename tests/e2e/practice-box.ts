import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import type { Training } from '../support/training.ts';

/** Orders a test asks for: how many pieces of each of the catalogue's first kinds of goods. */
export type PracticeBox = {
  /** Adds one order with these quantities and gives everything there is to scan for it. */
  readonly order: (quantities: readonly number[]) => Promise<SheetOrder>;
};

/** Enough to hold every practice order beside the ones a test adds. */
const ALL_ORDERS = 1_000;

export function practiceBox(training: Training): PracticeBox {
  let made = 0;
  return {
    order: async (quantities) => {
      made += 1;
      const orderId = `37046123000000${String(made).padStart(5, '0')}`;
      const skus = await plainSkus(training);
      const items = quantities.map((quantity, index) => ({ skuId: skus[index] ?? '', quantity }));
      await training.desk.addOrders({ orders: [{ orderId, shop: 'living', items }] });
      const found = (await training.desk.sheet(ALL_ORDERS)).find((order) => order.orderId === orderId);
      if (!found) throw new Error(`Order ${orderId} is not on the practice sheet`);
      return found;
    },
  };
}

/** Different goods that need no serial number, taken from the practice orders themselves. */
async function plainSkus(training: Training): Promise<readonly string[]> {
  const items = (await training.desk.sheet(ALL_ORDERS)).flatMap((order) => order.items);
  return [...new Set(items.filter(({ serialNumbers }) => serialNumbers.length === 0).map(({ skuId }) => skuId))];
}
