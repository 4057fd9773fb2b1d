import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OrderRow } from '../../shared/contract/orders.ts';
import type { Problem } from '../../shared/contract/problem.ts';

export type OrdersFilter = 'to-pack' | 'all';
export type OrdersMark = 'late' | 'held' | 'noted';
export type OrderCounts = { readonly toPack: number; readonly late: number; readonly held: number };

const PAGE = 100;
const MAX_PAGE = 500;

export type OrdersState = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly problem: Problem | null;
  readonly filter: OrdersFilter;
  readonly search: string;
  readonly shopId: string;
  readonly only: OrdersMark | null;
  /** Null until they were read once. */
  readonly counts: OrderCounts | null;
  readonly rows: readonly OrderRow[];
  readonly next: string | null;
  readonly total: number;
  readonly loadingMore: boolean;
  readonly show: (filter: OrdersFilter) => Promise<void>;
  readonly narrow: (change: { readonly shopId?: string; readonly only?: OrdersMark | null }) => Promise<void>;
  readonly find: (search: string) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
};
export type OrdersStore = StoreApi<OrdersState>;

const key = (row: OrderRow): string => `${row.shopId} ${row.orderId}`;

/** The list of orders. An answer to an older question than the last one asked is dropped. */
export function createOrdersStore(client: Client<AppContract>): OrdersStore {
  let asked = 0;
  return createStore<OrdersState>((set, get) => ({
    phase: 'loading',
    problem: null,
    filter: 'to-pack',
    search: '',
    shopId: '',
    only: null,
    counts: null,
    rows: [],
    next: null,
    total: 0,
    loadingMore: false,
    show: async (filter) => {
      set({ filter, rows: [], next: null, phase: 'loading' });
      await get().load();
    },
    narrow: async (change) => {
      set({ ...change, rows: [], next: null, phase: 'loading' });
      await get().load();
    },
    find: async (search) => {
      set({ search });
      await get().load();
    },
    load: async () => {
      const mine = ++asked;
      const { filter, search, shopId, only, rows } = get();
      const limit = Math.min(MAX_PAGE, Math.max(PAGE, rows.length));
      const answer = await client.orders.list({ filter, search, shopId, only, limit });
      if (mine !== asked) return;
      if (answer.ok) set({ phase: 'ready', problem: null, ...answer.value });
      else set({ phase: 'failed', problem: answer.error });
    },
    loadMore: async () => {
      const { next, loadingMore, filter, search, shopId, only } = get();
      if (!next || loadingMore) return;
      const mine = asked;
      set({ loadingMore: true });
      const page = await client.orders.list({ filter, search, shopId, only, limit: PAGE, after: next });
      if (mine !== asked) return set({ loadingMore: false });
      if (!page.ok) return set({ loadingMore: false, problem: page.error });
      const known = new Set(get().rows.map(key));
      const fresh = page.value.rows.filter((row) => !known.has(key(row)));
      set({ loadingMore: false, rows: [...get().rows, ...fresh], next: page.value.next, total: page.value.total });
    },
  }));
}
