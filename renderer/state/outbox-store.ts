import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OpRow } from '../../shared/contract/outbox.ts';
import type { OpState } from '../../shared/domain/op.ts';
import { ok } from '../../shared/kernel/result.ts';
import { filterQuestion, type OutboxFilter } from './outbox-filter.ts';
import { NO_ROWS, type PagedRows, pagedRows } from './paged-rows.ts';

const MAX_PAGE = 1000;
const MOST_PRESSING = 100;

export type OutboxState = PagedRows<OpRow> & {
  readonly filter: OutboxFilter;
  readonly search: string;
  /** Counts per state; null until they were read once. */
  readonly counts: Readonly<Partial<Record<OpState, number>>> | null;
  readonly needsYou: number;
  readonly show: (filter: OutboxFilter) => Promise<void>;
  readonly find: (search: string) => Promise<void>;
};
export type OutboxStore = StoreApi<OutboxState>;

/** The list of the outbox, and how many packages stand where. */
export function createOutboxStore(client: Client<AppContract>, filter: OutboxFilter, search = ''): OutboxStore {
  return createStore<OutboxState>((set, get) => ({
    ...pagedRows({
      set,
      get,
      keyOf: (row: OpRow) => row.id,
      maxPage: MAX_PAGE,
      list: async (page) => {
        const question = { search: get().search, ...filterQuestion(get().filter), ...page };
        const isFirst = page.after === undefined;
        const [summary, answer, pressing] = await Promise.all([
          isFirst ? client.outbox.summary({}) : null,
          client.outbox.list(question),
          // Among all, what needs a person stands on top, however long ago it was packed.
          isFirst && get().filter === 'all'
            ? client.outbox.list({ search: get().search, needsYou: true, limit: MOST_PRESSING })
            : null,
        ]);
        if (!answer.ok || !summary?.ok) return answer;
        const { perState: counts, needsYou } = summary.value;
        return ok({
          ...answer.value,
          counts,
          needsYou,
          rows: join(pressing?.ok ? pressing.value.rows : [], answer.value.rows),
        });
      },
    }),
    filter,
    search,
    counts: null,
    needsYou: 0,
    show: async (next) => {
      set({ filter: next, ...NO_ROWS });
      await get().load();
    },
    find: async (text) => {
      set({ search: text });
      await get().load();
    },
  }));
}

/** Rows with those after them that are not among them. */
function join(rows: readonly OpRow[], more: readonly OpRow[]): OpRow[] {
  const known = new Set(rows.map((row) => row.id));
  return [...rows, ...more.filter((row) => !known.has(row.id))];
}
