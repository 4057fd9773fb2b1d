import type { Database } from 'better-sqlite3';
import { type Problem, ProblemSchema } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';

/** An order is tried again after a minute, then after twice that, and so on up to this. */
const LONGEST_WAIT_MS = HOUR_MS;
/** As far as a first pull looks back: an order that is not to be read for so long is let go. */
const KEPT_MS = 15 * DAY_MS;
/** So many are told of a shop; more have one cause. */
const SHOWN = 50;

type OrderKey = Pick<Order, 'shopId' | 'orderId'>;

/** An order the platform has and this desk cannot read. */
export type UnreadRecord = {
  readonly orderId: string;
  readonly problem: Problem;
  readonly sinceMs: number;
  readonly nextAtMs: number;
};

/** The only SQL on `unread_order`. Orders of removed shops are not counted. */
export type UnreadStore = {
  /** Notes one more try that came to nothing. */
  readonly note: (key: OrderKey, problem: Problem, nowMs: number) => void;
  /** It was read, or the platform has it no longer. */
  readonly forget: (key: OrderKey) => void;
  /** Numbers of a shop's orders whose next try is due; lets go of those that are too old. */
  readonly due: (shopId: string, nowMs: number) => readonly string[];
  readonly has: (shopId: string, orderId: string) => boolean;
  /** Oldest first. */
  readonly ofShop: (shopId: string) => readonly UnreadRecord[];
  readonly count: () => number;
};

type Row = {
  readonly order_id: string;
  readonly problem: string;
  readonly since_ms: number;
  readonly tries: number;
  readonly next_at_ms: number;
};

/** Opens the unread orders over their table. */
export function createUnreadStore(database: Database): UnreadStore {
  const select = database.prepare<[string, string], Row>(
    'SELECT * FROM unread_order WHERE shop_id = ? AND order_id = ?',
  );
  const put = database.prepare(
    `INSERT INTO unread_order (shop_id, order_id, problem, since_ms, tries, next_at_ms)
     VALUES (@shopId, @orderId, @problem, @nowMs, @tries, @nextAtMs)
     ON CONFLICT (shop_id, order_id) DO UPDATE SET problem = excluded.problem, tries = excluded.tries,
       next_at_ms = excluded.next_at_ms`,
  );
  const forget = database.prepare('DELETE FROM unread_order WHERE shop_id = ? AND order_id = ?');
  const letGo = database.prepare('DELETE FROM unread_order WHERE shop_id = ? AND since_ms < ?');
  const due = database.prepare<[string, number], Row>(
    'SELECT * FROM unread_order WHERE shop_id = ? AND next_at_ms <= ? ORDER BY since_ms, order_id',
  );
  const ofShop = database.prepare<[string, number], Row>(
    'SELECT * FROM unread_order WHERE shop_id = ? ORDER BY since_ms, order_id LIMIT ?',
  );
  const count = database.prepare<[], { orders: number }>(
    `SELECT count(*) AS orders FROM unread_order
     WHERE shop_id IN (SELECT id FROM shop WHERE removed_at_ms IS NULL)`,
  );
  return {
    note: ({ shopId, orderId }, problem, nowMs) => {
      const tries = (select.get(shopId, orderId)?.tries ?? 0) + 1;
      const nextAtMs = nowMs + Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.min(tries - 1, 10));
      put.run({ shopId, orderId, problem: JSON.stringify(problem), nowMs, tries, nextAtMs });
    },
    forget: ({ shopId, orderId }) => {
      forget.run(shopId, orderId);
    },
    due: (shopId, nowMs) => {
      letGo.run(shopId, nowMs - KEPT_MS);
      return due.all(shopId, nowMs).map((row) => row.order_id);
    },
    has: (shopId, orderId) => select.get(shopId, orderId) !== undefined,
    ofShop: (shopId) => ofShop.all(shopId, SHOWN).map(fromRow),
    count: () => count.get()?.orders ?? 0,
  };
}

const NO_REASON: Problem = {
  code: 'connection-failed',
  step: 'bad-answer',
  platformCode: '',
  message: '',
  requestId: '',
};

function fromRow(row: Row): UnreadRecord {
  const problem = ProblemSchema.safeParse(JSON.parse(row.problem));
  return {
    orderId: row.order_id,
    problem: problem.success ? problem.data : NO_REASON,
    sinceMs: row.since_ms,
    nextAtMs: row.next_at_ms,
  };
}
