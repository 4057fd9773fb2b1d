import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** Rows of one page. A refresh asks for all that were shown in one call, up to what the contract allows. */
const PAGE = 100;

/** A list that is read page by page. */
export type PagedRows<Row> = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly problem: Problem | null;
  readonly rows: readonly Row[];
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
  readonly loadingMore: boolean;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
};
type Page<Row> = Pick<PagedRows<Row>, 'rows' | 'next'>;

/** A list before it was read, and while another question is read. */
export const NO_ROWS = { phase: 'loading', rows: [], next: null } as const;

/** The part of a store that reads its rows. An answer to an older question than the last one asked is dropped. */
export function pagedRows<Row, Answer extends Page<Row>>(options: {
  readonly set: (change: Partial<PagedRows<Row>> | Answer) => void;
  readonly get: () => PagedRows<Row>;
  readonly keyOf: (row: Row) => string;
  readonly maxPage: number;
  /** What belongs to the list besides its rows may come with the first page. */
  readonly list: (page: { readonly limit: number; readonly after?: string }) => Promise<Result<Answer, Problem>>;
}): PagedRows<Row> {
  const { set, get, keyOf, maxPage, list } = options;
  let asked = 0;
  return {
    ...NO_ROWS,
    problem: null,
    loadingMore: false,
    load: async () => {
      const mine = ++asked;
      const page = await list({ limit: Math.min(maxPage, Math.max(PAGE, get().rows.length)) });
      if (mine !== asked) return;
      if (page.ok) set({ ...page.value, phase: 'ready', problem: null });
      else set({ phase: 'failed', problem: page.error });
    },
    loadMore: async () => {
      const { next, loadingMore } = get();
      if (next === null || loadingMore) return;
      const mine = asked;
      set({ loadingMore: true });
      const page = await list({ limit: PAGE, after: next });
      if (mine !== asked) return set({ loadingMore: false });
      if (!page.ok) return set({ loadingMore: false, problem: page.error });
      const known = new Set(get().rows.map(keyOf));
      const fresh = page.value.rows.filter((row) => !known.has(keyOf(row)));
      set({ ...page.value, loadingMore: false, rows: [...get().rows, ...fresh] });
    },
  };
}
