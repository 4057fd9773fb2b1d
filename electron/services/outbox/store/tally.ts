import type { Database } from 'better-sqlite3';
import { FINAL_STATES, type OpState, OpStateSchema } from '../../../../shared/domain/op.ts';

export type PerState = Readonly<Record<OpState, number>>;

/**
 * How many ops stand in each state, kept in memory: only this process writes, so a full count is needed once at
 * start-up and then as a check. Told only after COMMIT.
 */
export type Tally = {
  readonly perState: () => PerState;
  readonly openOfShop: (shopId: string) => number;
  /** Ops ever saved. */
  readonly saved: () => number;
  /** `from` is null for a new op. */
  readonly moved: (shopId: string, from: OpState | null, to: OpState) => void;
  /** Counts again from the file. */
  readonly recount: () => void;
};

const isFinal = (state: OpState): boolean => (FINAL_STATES as readonly OpState[]).includes(state);

/** Counts what is there and keeps the count. */
export function createTally(database: Database): Tally {
  const byState = database.prepare<[], { state: OpState; n: number }>(
    'SELECT state, count(*) AS n FROM op_state INDEXED BY op_state_by_state GROUP BY state',
  );
  const openByShop = database.prepare<[string], { shop_id: string; n: number }>(
    'SELECT shop_id, count(*) AS n FROM op_state INDEXED BY op_state_by_state WHERE state = ? GROUP BY shop_id',
  );
  const ops = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM op');
  let saved = 0;
  let counts = zeroes();
  let open = new Map<string, number>();
  const recount = (): void => {
    saved = ops.get()?.n ?? 0;
    counts = zeroes();
    open = new Map();
    for (const { state, n } of byState.all()) {
      counts[state] = n;
      if (isFinal(state)) continue;
      for (const row of openByShop.all(state)) open.set(row.shop_id, (open.get(row.shop_id) ?? 0) + row.n);
    }
  };
  recount();
  return {
    perState: () => ({ ...counts }),
    openOfShop: (shopId) => open.get(shopId) ?? 0,
    saved: () => saved,
    moved: (shopId, from, to) => {
      if (from === null) saved += 1;
      else counts[from] -= 1;
      counts[to] += 1;
      const change = (isFinal(to) ? 0 : 1) - (from === null || isFinal(from) ? 0 : 1);
      if (change !== 0) open.set(shopId, (open.get(shopId) ?? 0) + change);
    },
    recount,
  };
}

const zeroes = (): Record<OpState, number> =>
  Object.fromEntries(OpStateSchema.options.map((state) => [state, 0])) as Record<OpState, number>;
