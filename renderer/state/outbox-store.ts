import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OpRow } from '../../shared/contract/outbox.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { OpState } from '../../shared/domain/op.ts';
import { filterQuestion, type OutboxFilter } from './outbox-filter.ts';

/** Rows of one page; the contract allows up to 1,000, and a refresh asks for all that were shown in one call. */
const PAGE = 100;
const MAX_PAGE = 1000;

export type OutboxState = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly problem: Problem | null;
  readonly filter: OutboxFilter;
  readonly search: string;
  readonly rows: readonly OpRow[];
  readonly next: string | null;
  readonly loadingMore: boolean;
  /** Counts per state; null until they were read once. */
  readonly counts: Readonly<Partial<Record<OpState, number>>> | null;
  readonly needsYou: number;
  readonly show: (filter: OutboxFilter) => Promise<void>;
  readonly find: (search: string) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
};
export type OutboxStore = StoreApi<OutboxState>;

/** The list of the outbox. An answer to an older question than the last one asked is dropped. */
export function createOutboxStore(client: Client<AppContract>, filter: OutboxFilter, search = ''): OutboxStore {
  let asked = 0;
  const question = (state: OutboxState) => ({ search: state.search, ...filterQuestion(state.filter) });
  return createStore<OutboxState>((set, get) => ({
    phase: 'loading',
    problem: null,
    filter,
    search,
    rows: [],
    next: null,
    loadingMore: false,
    counts: null,
    needsYou: 0,
    show: async (next) => {
      set({ filter: next, rows: [], next: null, phase: 'loading' });
      await get().load();
    },
    find: async (text) => {
      set({ search: text });
      await get().load();
    },
    load: async () => {
      const mine = ++asked;
      const limit = Math.min(MAX_PAGE, Math.max(PAGE, get().rows.length));
      const [summary, list] = await Promise.all([
        client.outbox.summary({}),
        client.outbox.list({ ...question(get()), limit }),
      ]);
      if (mine !== asked) return;
      if (summary.ok) set({ counts: summary.value.perState, needsYou: summary.value.needsYou });
      if (list.ok) set({ phase: 'ready', problem: null, rows: list.value.rows, next: list.value.next });
      else set({ phase: 'failed', problem: list.error });
    },
    loadMore: async () => {
      const { next, loadingMore } = get();
      if (!next || loadingMore) return;
      const mine = asked;
      set({ loadingMore: true });
      const page = await client.outbox.list({ ...question(get()), limit: PAGE, after: next });
      if (mine !== asked) return set({ loadingMore: false });
      if (!page.ok) return set({ loadingMore: false, problem: page.error });
      const known = new Set(get().rows.map((row) => row.id));
      const fresh = page.value.rows.filter((row) => !known.has(row.id));
      set({ loadingMore: false, rows: [...get().rows, ...fresh], next: page.value.next });
    },
  }));
}
