import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OpRow } from '../../shared/contract/outbox.ts';
import { type OpState, OpStateSchema } from '../../shared/domain/op.ts';
import { ok } from '../../shared/kernel/result.ts';
import { NO_ROWS, type PagedRows, pagedRows } from './paged-rows.ts';

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

export type HistoryState = PagedRows<OpRow> & {
  readonly filter: HistoryFilter;
  readonly choices: HistoryChoices;
  readonly building: boolean;
  readonly narrow: (change: Partial<HistoryFilter>) => Promise<void>;
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

const MAX_PAGE = 500;

/** Packages that were made here, newest first. */
export function createHistoryStore(client: Client<AppContract>, filter: HistoryFilter = EVERYTHING): HistoryStore {
  return createStore<HistoryState>((set, get) => ({
    ...pagedRows({
      set,
      get,
      keyOf: (row: OpRow) => row.id,
      maxPage: MAX_PAGE,
      list: async (page) => {
        const [choices, answer] = await Promise.all([
          page.after === undefined ? client.history.choices({}) : null,
          client.history.list({ ...question(get().filter), ...page }),
        ]);
        return answer.ok && choices?.ok ? ok({ ...answer.value, choices: choices.value }) : answer;
      },
    }),
    filter,
    choices: { shops: [], operators: [], carriers: [] },
    building: false,
    narrow: async (change) => {
      set({ filter: { ...get().filter, ...change }, ...NO_ROWS });
      await get().load();
    },
  }));
}

const question = ({ state, ...others }: HistoryFilter) => ({
  ...others,
  ...(state === 'finished' ? {} : { states: state === 'all' ? [...OpStateSchema.options] : [state] }),
});
