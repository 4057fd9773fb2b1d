import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OrderRow } from '../../shared/contract/orders.ts';
import { NO_ROWS, type PagedRows, pagedRows } from './paged-rows.ts';

export type OrdersFilter = 'to-pack' | 'all';
export type OrdersMark = 'late' | 'held' | 'noted';
export type OrderCounts = { readonly toPack: number; readonly late: number; readonly held: number };

const MAX_PAGE = 500;

export type OrdersState = PagedRows<OrderRow> & {
  readonly filter: OrdersFilter;
  readonly search: string;
  readonly shopId: string;
  readonly only: OrdersMark | null;
  /** Null until they were read once. */
  readonly counts: OrderCounts | null;
  readonly total: number;
  readonly show: (filter: OrdersFilter) => Promise<void>;
  readonly narrow: (change: { readonly shopId?: string; readonly only?: OrdersMark | null }) => Promise<void>;
  readonly find: (search: string) => Promise<void>;
};
export type OrdersStore = StoreApi<OrdersState>;

/** The list of orders. */
export function createOrdersStore(client: Client<AppContract>): OrdersStore {
  return createStore<OrdersState>((set, get) => ({
    ...pagedRows({
      set,
      get,
      keyOf: (row: OrderRow) => `${row.shopId} ${row.orderId}`,
      maxPage: MAX_PAGE,
      list: (page) => {
        const { filter, search, shopId, only } = get();
        return client.orders.list({ filter, search, shopId, only, ...page });
      },
    }),
    filter: 'to-pack',
    search: '',
    shopId: '',
    only: null,
    counts: null,
    total: 0,
    show: async (filter) => {
      set({ filter, ...NO_ROWS });
      await get().load();
    },
    narrow: async (change) => {
      set({ ...change, ...NO_ROWS });
      await get().load();
    },
    find: async (search) => {
      set({ search });
      await get().load();
    },
  }));
}
