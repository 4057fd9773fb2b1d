import { MINUTE_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';
import type { Trade } from './schema.ts';

/**
 * Trades that a list has just brought in full. A pull lists ids and then asks for each order, and every question costs a
 * point: the first question for a trade is answered from here, once, while the list is fresh. Looks never come here.
 */
export type TradeShelf = {
  readonly put: (shopId: string, trades: readonly Trade[]) => void;
  readonly take: (shopId: string, tid: string) => Trade | null;
  readonly clear: (shopId: string) => void;
};

const FRESH_MS = MINUTE_MS;

export function createTradeShelf(clock: Pick<Clock, 'monotonic'>): TradeShelf {
  const shelves = new Map<string, { readonly atMs: number; readonly trades: Map<string, Trade> }>();
  return {
    put: (shopId, trades) => {
      shelves.set(shopId, { atMs: clock.monotonic(), trades: new Map(trades.map((trade) => [trade.tid, trade])) });
    },
    take: (shopId, tid) => {
      const shelf = shelves.get(shopId);
      if (shelf === undefined) return null;
      if (clock.monotonic() - shelf.atMs > FRESH_MS) {
        shelves.delete(shopId);
        return null;
      }
      const trade = shelf.trades.get(tid) ?? null;
      shelf.trades.delete(tid);
      return trade;
    },
    clear: (shopId) => {
      shelves.delete(shopId);
    },
  };
}
