import type { Database } from 'better-sqlite3';

import type { OutboxPolicy } from '../policy.ts';

/** A closed gate: every call of the account would be refused for the same cause. Times are epoch ms. */
export type Gate = {
  readonly shopId: string;
  /** `credentials`, `permission`, `ip`, `quota`, `frozen` or `clock`. */
  readonly cause: string;
  readonly code: string | null;
  readonly message: string;
  /** Where the owner authorises the shop; empty where that is not the cause. */
  readonly link: string;
  readonly closedAtMs: number;
  readonly recheckAtMs: number;
};

/** The only SQL on `account_gate`. Closing belongs in the transaction of the move that found the cause. */
export type Gates = {
  readonly of: (shopId: string) => Gate | null;
  /** Keeps the first closing time of a gate that is closed already, and its link while the same code gives no new one. */
  readonly close: (gate: Gate) => void;
  readonly open: (shopId: string) => boolean;
  readonly recheckAt: (shopId: string, atMs: number) => void;
  /**
   * When to re-check next: twice as late each time the same account is found blocked again, until a shipment goes
   * through or a person opens the gate. A re-check that succeeds does not count: a quota lets reads pass.
   */
  readonly nextRecheckMs: (shopId: string, nowMs: number, policy: OutboxPolicy) => number;
  readonly forgetStreak: (shopId: string) => void;
};

type GateRow = {
  shop_id: string;
  cause: string;
  code: string | null;
  message: string;
  link: string;
  closed_at_ms: number;
  recheck_at_ms: number;
};

/** Opens the gates over their table. */
export function createGates(database: Database): Gates {
  const select = database.prepare<[string], GateRow>('SELECT * FROM account_gate WHERE shop_id = ?');
  const upsert = database.prepare(
    `INSERT INTO account_gate (shop_id, cause, code, message, link, closed_at_ms, recheck_at_ms)
     VALUES (@shopId, @cause, @code, @message, @link, @closedAtMs, @recheckAtMs)
     ON CONFLICT (shop_id) DO UPDATE SET cause = excluded.cause, code = excluded.code, message = excluded.message,
       link = CASE WHEN excluded.link = '' AND code IS excluded.code THEN link ELSE excluded.link END,
       recheck_at_ms = excluded.recheck_at_ms`,
  );
  const remove = database.prepare('DELETE FROM account_gate WHERE shop_id = ?');
  const recheck = database.prepare('UPDATE account_gate SET recheck_at_ms = ? WHERE shop_id = ?');
  const streaks = new Map<string, number>();
  return {
    of: (shopId) => {
      const row = select.get(shopId);
      if (row === undefined) return null;
      const { shop_id, closed_at_ms, recheck_at_ms, ...rest } = row;
      return { ...rest, shopId: shop_id, closedAtMs: closed_at_ms, recheckAtMs: recheck_at_ms };
    },
    close: (gate) => {
      upsert.run(gate);
    },
    open: (shopId) => remove.run(shopId).changes === 1,
    recheckAt: (shopId, atMs) => {
      recheck.run(atMs, shopId);
    },
    nextRecheckMs: (shopId, nowMs, { gateRecheckMs, gateRecheckCapMs }) => {
      const streak = streaks.get(shopId) ?? 0;
      streaks.set(shopId, streak + 1);
      return nowMs + Math.min(gateRecheckMs * 2 ** Math.min(streak, 20), gateRecheckCapMs);
    },
    forgetStreak: (shopId) => {
      streaks.delete(shopId);
    },
  };
}
