import type { Database } from 'better-sqlite3';

/** What is due in one shop. Every question is answered from a partial index, whatever the backlog and the history. */
export type DueOps = {
  /** Lane heads whose time has come, longest due first. */
  readonly toSend: (shopId: string, nowMs: number, limit: number) => readonly DueOp[];
  /** In doubt or held, their look or re-check due. */
  readonly toLook: (shopId: string, nowMs: number, limit: number) => readonly number[];
  /** When the next one of either kind falls due; null when none will. */
  readonly nextAtMs: (shopId: string, nowMs: number) => number | null;
  readonly inState: (state: 'sending' | 'in_doubt', limit: number) => readonly number[];
  readonly heldForAccount: (shopId: string) => readonly number[];
  /** Waiting for a reason of our own (no network), not for one the platform gave. */
  readonly unreached: (shopId: string, nowMs: number) => readonly number[];
  /** Open ops due later than `afterMs`, for a clock that was set back. */
  readonly dueAfter: (afterMs: number) => readonly number[];
  /** Ids of the ops that were withdrawn in a run of the app or a later one. */
  readonly withdrawnSince: (epoch: number) => readonly string[];
  /** True when a lane head of the shop waits to be sent, now or later. */
  readonly hasSendable: (shopId: string) => boolean;
};

export type DueOp = { readonly seq: number; readonly lane: string; readonly createdAtMs: number };

/**
 * What holds back a later op of its lane (shop and order). A refused one does not: it is never sent again, so nothing
 * that passes it can be overtaken by it.
 */
const BLOCKING = "('ready', 'wait', 'sending', 'in_doubt', 'held', 'conflict', 'quarantined')";

const LANE_HEAD = `NOT EXISTS (SELECT 1 FROM op AS sibling JOIN op_state AS earlier ON earlier.op_seq = sibling.seq
  WHERE sibling.order_id = op.order_id AND sibling.shop_id = op.shop_id AND sibling.seq < op.seq
    AND earlier.state IN ${BLOCKING})`;

/** In doubt with nothing due: no look is made any more by itself ({@link needsYou}), as where looks cost money. */
export const LEFT_TO_PEOPLE = "state = 'in_doubt' AND not_before_ms IS NULL";

/** The queries by name, for the store and for the test that reads their plans. */
export const DUE_SQL = {
  toSend: `SELECT s.op_seq AS seq, op.shop_id || '/' || op.order_id AS lane, op.created_at_ms AS createdAtMs
    FROM op_state AS s INDEXED BY op_state_to_send JOIN op ON op.seq = s.op_seq
    WHERE s.shop_id = ? AND s.state IN ('ready', 'wait') AND s.not_before_ms <= ? AND ${LANE_HEAD}
    ORDER BY s.not_before_ms, s.op_seq LIMIT ?`,
  toLook: `SELECT s.op_seq AS seq FROM op_state AS s INDEXED BY op_state_to_look
    WHERE s.shop_id = ? AND s.state IN ('in_doubt', 'held') AND s.not_before_ms <= ?
    ORDER BY s.not_before_ms, s.op_seq LIMIT ?`,
  nextToSend: `SELECT min(s.not_before_ms) AS at FROM op_state AS s INDEXED BY op_state_to_send
    WHERE s.shop_id = ? AND s.state IN ('ready', 'wait') AND s.not_before_ms > ?`,
  nextToLook: `SELECT min(s.not_before_ms) AS at FROM op_state AS s INDEXED BY op_state_to_look
    WHERE s.shop_id = ? AND s.state IN ('in_doubt', 'held') AND s.not_before_ms > ?`,
  inState: 'SELECT op_seq AS seq FROM op_state INDEXED BY op_state_by_state WHERE state = ? ORDER BY op_seq LIMIT ?',
  heldForAccount: `SELECT s.op_seq AS seq FROM op_state AS s INDEXED BY op_state_to_look
    WHERE s.shop_id = ? AND s.state IN ('in_doubt', 'held') AND s.hold_kind = 'account' ORDER BY s.not_before_ms`,
  unreached: `SELECT s.op_seq AS seq FROM op_state AS s INDEXED BY op_state_to_send
    WHERE s.shop_id = ? AND s.state IN ('ready', 'wait') AND s.not_before_ms > ? AND s.code LIKE 'local:%'`,
  dueAfter: `SELECT op_seq AS seq FROM op_state INDEXED BY op_state_by_state
    WHERE state IN ('ready', 'wait', 'in_doubt', 'held') AND not_before_ms > ?`,
  withdrawnSince: `SELECT op.id FROM op_state AS s INDEXED BY op_state_by_state JOIN op ON op.seq = s.op_seq
    WHERE s.state = 'cancelled' AND s.epoch >= ?`,
} as const;

/** Prepares the questions the worker asks on every round. */
export function createDueOps(database: Database): DueOps {
  const toSend = database.prepare<[string, number, number], DueOp>(DUE_SQL.toSend);
  const toLook = database.prepare<[string, number, number], { seq: number }>(DUE_SQL.toLook);
  const nextToSend = database.prepare<[string, number], { at: number | null }>(DUE_SQL.nextToSend);
  const nextToLook = database.prepare<[string, number], { at: number | null }>(DUE_SQL.nextToLook);
  const inState = database.prepare<[string, number], { seq: number }>(DUE_SQL.inState);
  const held = database.prepare<[string], { seq: number }>(DUE_SQL.heldForAccount);
  const dueAfter = database.prepare<[number], { seq: number }>(DUE_SQL.dueAfter);
  const withdrawn = database.prepare<[number], string>(DUE_SQL.withdrawnSince).pluck();
  const unreached = database.prepare<[string, number], { seq: number }>(DUE_SQL.unreached);
  const seqs = (rows: readonly { seq: number }[]): readonly number[] => rows.map((row) => row.seq);
  return {
    toSend: (shopId, nowMs, limit) => toSend.all(shopId, nowMs, limit),
    toLook: (shopId, nowMs, limit) => seqs(toLook.all(shopId, nowMs, limit)),
    nextAtMs: (shopId, nowMs) => {
      const send = nextToSend.get(shopId, nowMs)?.at ?? null;
      const look = nextToLook.get(shopId, nowMs)?.at ?? null;
      return send === null || look === null ? (send ?? look) : Math.min(send, look);
    },
    inState: (state, limit) => seqs(inState.all(state, limit)),
    heldForAccount: (shopId) => seqs(held.all(shopId)),
    unreached: (shopId, nowMs) => seqs(unreached.all(shopId, nowMs)),
    dueAfter: (afterMs) => seqs(dueAfter.all(afterMs)),
    withdrawnSince: (epoch) => withdrawn.all(epoch),
    hasSendable: (shopId) => toSend.all(shopId, Number.MAX_SAFE_INTEGER, 1).length > 0,
  };
}
