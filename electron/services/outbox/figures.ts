import type { Database } from 'better-sqlite3';
import { FINAL_STATES, NEEDS_YOU_STATES, type OpState, OpStateSchema } from '../../../shared/domain/op.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { LeftOut, OutboxCore } from './core.ts';
import { LEFT_TO_PEOPLE } from './store/due-ops.ts';
import type { PerState } from './store/tally.ts';

/** What the pills show. */
export type Counts = {
  readonly perState: Record<OpState, number>;
  readonly open: number;
  readonly needsYou: number;
  /** When the oldest open op was saved, ISO. */
  readonly oldestOpenAt: string | null;
};

/** Packages saved since a moment, withdrawn ones left out. */
export type Saved = { readonly orders: number; readonly packages: number; readonly pieces: number };

/** RELIABILITY 2e: what was acknowledged (the larger of journal and database) against the sum of all states. */
export type Conservation = { readonly acknowledged: number; readonly accounted: number; readonly balanced: boolean };

export type Figures = {
  readonly counts: () => Counts;
  /** `leftOut`: what an acknowledged recovery had to leave out does not count. */
  readonly conservation: (leftOut?: LeftOut) => Conservation;
  readonly savedSince: (sinceMs: number) => Saved;
};

const OPEN_STATES = OpStateSchema.options.filter((state) => !(FINAL_STATES as readonly OpState[]).includes(state));

/** Prepares the figures; none of them grows with the history. */
export function createFigures(core: OutboxCore): Figures {
  const { tally } = core;
  const oldest = OPEN_STATES.map(
    (state) => `SELECT min(op_seq) AS seq FROM op_state INDEXED BY op_state_by_state WHERE state = '${state}'`,
  ).join(' UNION ALL ');
  const oldestOpen = core.database.prepare<[], { at: number | null }>(
    `SELECT created_at_ms AS at FROM op WHERE seq = (SELECT min(seq) FROM (${oldest}))`,
  );
  const leftToPeople = core.database.prepare<[], { ops: number }>(
    `SELECT count(*) AS ops FROM op_state INDEXED BY op_state_by_state WHERE ${LEFT_TO_PEOPLE}`,
  );
  return {
    counts: () => {
      const perState = { ...tally.perState() };
      const at = oldestOpen.get()?.at ?? null;
      return {
        perState,
        open: sum(perState, OPEN_STATES),
        needsYou: sum(perState, NEEDS_YOU_STATES) + (perState.in_doubt === 0 ? 0 : (leftToPeople.get()?.ops ?? 0)),
        oldestOpenAt: at === null ? null : isoFromMs(at),
      };
    },
    conservation: (leftOut = core.leftOut?.()) => {
      const acknowledged = Math.max(tally.saved(), journalled(core, leftOut));
      const accounted = sum(tally.perState(), OpStateSchema.options);
      return { acknowledged, accounted, balanced: acknowledged === accounted };
    },
    savedSince: createSavedSince(core.database),
  };
}

/** Packages the journal holds, but for those somebody knows not to be here. */
export const journalled = ({ journal }: Pick<OutboxCore, 'journal'>, leftOut: LeftOut | undefined): number =>
  journal.count() - (leftOut?.unplaced ?? 0) - (leftOut?.unreadable ?? 0);

const sum = (perState: PerState, states: readonly OpState[]): number =>
  states.reduce((total, state) => total + perState[state], 0);

/** Remembers where in the sequence a day began, so that only the day's own ops are counted. */
function createSavedSince(database: Database): (sinceMs: number) => Saved {
  const firstAfter = database.prepare<[number, number], { seq: number }>(
    'SELECT seq FROM op WHERE seq > ? AND created_at_ms >= ? ORDER BY seq LIMIT 1',
  );
  const newest = database.prepare<[], { seq: number; created_at_ms: number }>(
    'SELECT seq, created_at_ms FROM op ORDER BY seq DESC',
  );
  const count = database.prepare<[number], Saved>(
    `SELECT count(DISTINCT op.shop_id || '/' || op.order_id) AS orders, count(*) AS packages,
       coalesce(sum(op.pieces), 0) AS pieces
     FROM op JOIN op_state AS s ON s.op_seq = op.seq WHERE op.seq >= ? AND op.kind = 'send' AND s.state <> 'cancelled'`,
  );
  let known: { readonly sinceMs: number; readonly fromSeq: number } | null = null;
  const firstSeqSince = (sinceMs: number): number => {
    let before = 0;
    for (const row of newest.iterate()) {
      if (row.created_at_ms < sinceMs) {
        before = row.seq;
        break;
      }
    }
    return firstAfter.get(before, sinceMs)?.seq ?? before + 1;
  };
  return (sinceMs) => {
    if (known?.sinceMs !== sinceMs) known = { sinceMs, fromSeq: firstSeqSince(sinceMs) };
    return count.get(known.fromSeq) ?? { orders: 0, packages: 0, pieces: 0 };
  };
}
