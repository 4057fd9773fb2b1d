import type { Database } from 'better-sqlite3';
import { HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';

/** RELIABILITY 3c: a doubt this old is told to somebody, and one that old cannot wait. */
const OLD_DOUBT_MS = 15 * MINUTE_MS;
const URGENT_DOUBT_MS = 4 * HOUR_MS;
/** So long before its ship-by time a package in doubt cannot wait either. */
const BEFORE_DEADLINE_MS = 2 * HOUR_MS;

/** Packages in doubt: `old` for longer than 15 minutes, `urgent` ones among all. */
export type DoubtAges = { readonly old: number; readonly urgent: number };

/** Prepares the count; it touches only what is in doubt. */
export function createDoubtAges(database: Database): (nowMs: number) => DoubtAges {
  const count = database.prepare<[Readonly<Record<'old' | 'urgent' | 'due', number>>], DoubtAges>(
    `SELECT coalesce(sum(s.doubt_since_ms <= @old), 0) AS old,
       coalesce(sum(s.doubt_since_ms <= @urgent OR o.due_ms <= @due), 0) AS urgent
     FROM op_state AS s INDEXED BY op_state_by_state JOIN op ON op.seq = s.op_seq
     LEFT JOIN shop_order AS o ON o.shop_id = op.shop_id AND o.order_id = op.order_id
     WHERE s.state = 'in_doubt'`,
  );
  return (nowMs) =>
    count.get({ old: nowMs - OLD_DOUBT_MS, urgent: nowMs - URGENT_DOUBT_MS, due: nowMs + BEFORE_DEADLINE_MS }) ?? NONE;
}

const NONE: DoubtAges = { old: 0, urgent: 0 };
