import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OrderStore } from './order-store.ts';
import { isToPack, remainingPieces, type Shippable } from './shippable.ts';

/** Orders counted again before the event loop gets a turn. */
const SLICE = 50;

/** Brings `left_pieces` up to date with the outbox: orders marked by the database's triggers are counted again. */
export type LeftCount = { readonly settle: () => Promise<void> };

/** Creates the counter over the order store. */
export function createLeftCount(deps: { readonly orders: OrderStore; readonly shippable: Shippable }): LeftCount {
  const { orders, shippable } = deps;
  const settleSlice = (): number => {
    const keys = orders.uncounted(SLICE);
    if (keys.length === 0) return 0;
    orders.together(() => {
      for (const key of keys) {
        const order = orders.get(key.shopId, key.orderId);
        const left = order !== null && isToPack(order) ? remainingPieces(shippable.remaining(order)) : 0;
        orders.setLeft(key, left);
      }
    });
    return keys.length;
  };
  return {
    settle: async () => {
      while (settleSlice() === SLICE) await nextTurn();
    },
  };
}
