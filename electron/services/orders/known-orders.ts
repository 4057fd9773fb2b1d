import type { Order } from '../../../shared/domain/order.ts';
import type { Clock } from '../ports.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { OrderStore } from './order-store.ts';
import type { UnreadStore } from './unread-store.ts';

/** How old what this desk knows of an order is. It is not written down: after a start everything is old. */
export type KnownOrders = Pick<OrderStore, 'putPulled'> & {
  /** Ms since the platform last told of the order, by itself or in a pull of its shop; Infinity where it never did. */
  readonly ageMs: (shopId: string, orderId: string) => number;
};

/** Reads of single orders that are remembered; the oldest are forgotten first, and are then looked at once more. */
const REMEMBERED = 5_000;

/** Remembers every order it is told of beside writing it. */
export function createKnownOrders(deps: {
  readonly orders: Pick<OrderStore, 'putPulled'>;
  readonly unread: Pick<UnreadStore, 'has'>;
  readonly shops: Pick<ShopStore, 'get'>;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
}): KnownOrders {
  const { orders, unread, shops, clock } = deps;
  const readAtMs = new Map<string, number>();
  const keyOf = (shopId: string, orderId: string): string => `${shopId}/${orderId}`;
  return {
    putPulled: (order: Order, nowMs) => {
      const key = keyOf(order.shopId, order.orderId);
      readAtMs.delete(key);
      readAtMs.set(key, clock.monotonic());
      const [oldest] = readAtMs.size > REMEMBERED ? readAtMs.keys() : [];
      if (oldest !== undefined) readAtMs.delete(oldest);
      return orders.putPulled(order, nowMs);
    },
    ageMs: (shopId, orderId) => {
      const read = readAtMs.get(keyOf(shopId, orderId));
      const pulledAtMs = shops.get(shopId)?.pulledAtMs ?? null;
      // A wall clock that was set back makes no pull younger than now; and a pull told nothing of what it could not read.
      const untold = pulledAtMs === null || pulledAtMs > clock.now() || unread.has(shopId, orderId);
      const sincePull = untold ? Infinity : clock.now() - pulledAtMs;
      return Math.min(read === undefined ? Infinity : clock.monotonic() - read, sincePull);
    },
  };
}
