import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OpRow } from '../../shared/contract/outbox.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { type OpState, OpStateSchema } from '../../shared/domain/op.ts';

/** What the history is narrowed to; empty texts and null for everything. `all` shows open packages too. */
export type HistoryFilter = {
  readonly from: string | null;
  readonly to: string | null;
  readonly shopId: string;
  readonly operator: string;
  readonly carrier: string;
  readonly state: OpState | 'finished' | 'all';
};
export type HistoryChoices = {
  readonly shops: readonly { readonly id: string; readonly name: string }[];
  readonly operators: readonly string[];
  readonly carriers: readonly string[];
};

export type HistoryState = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly problem: Problem | null;
  readonly filter: HistoryFilter;
  readonly choices: HistoryChoices;
  readonly rows: readonly OpRow[];
  readonly next: string | null;
  readonly building: boolean;
  readonly loadingMore: boolean;
  readonly narrow: (change: Partial<HistoryFilter>) => Promise<void>;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
};
export type HistoryStore = StoreApi<HistoryState>;

export const EVERYTHING: HistoryFilter = {
  from: null,
  to: null,
  shopId: '',
  operator: '',
  carrier: '',
  state: 'finished',
};

const PAGE = 100;
const MAX_PAGE = 500;

/** Packages that were made here, newest first. An answer to an older question than the last one asked is dropped. */
export function createHistoryStore(client: Client<AppContract>, filter: HistoryFilter = EVERYTHING): HistoryStore {
  let asked = 0;
  const question = ({ state, ...others }: HistoryFilter) => ({
    ...others,
    ...(state === 'finished' ? {} : { states: state === 'all' ? [...OpStateSchema.options] : [state] }),
  });
  return createStore<HistoryState>((set, get) => ({
    phase: 'loading',
    problem: null,
    filter,
    choices: { shops: [], operators: [], carriers: [] },
    rows: [],
    next: null,
    building: false,
    loadingMore: false,
    narrow: async (change) => {
      set({ filter: { ...get().filter, ...change }, rows: [], next: null, phase: 'loading' });
      await get().load();
    },
    load: async () => {
      const mine = ++asked;
      const limit = Math.min(MAX_PAGE, Math.max(PAGE, get().rows.length));
      const [choices, page] = await Promise.all([
        client.history.choices({}),
        client.history.list({ ...question(get().filter), limit }),
      ]);
      if (mine !== asked) return;
      if (choices.ok) set({ choices: choices.value });
      if (page.ok) set({ phase: 'ready', problem: null, ...page.value });
      else set({ phase: 'failed', problem: page.error });
    },
    loadMore: async () => {
      const { next, loadingMore, filter: narrowed } = get();
      if (next === null || loadingMore) return;
      const mine = asked;
      set({ loadingMore: true });
      const page = await client.history.list({ ...question(narrowed), limit: PAGE, after: next });
      if (mine !== asked) return set({ loadingMore: false });
      if (!page.ok) return set({ loadingMore: false, problem: page.error });
      const known = new Set(get().rows.map(({ id }) => id));
      const fresh = page.value.rows.filter(({ id }) => !known.has(id));
      set({ loadingMore: false, rows: [...get().rows, ...fresh], next: page.value.next });
    },
  }));
}
