import type { Database } from 'better-sqlite3';
import {
  type StopCause,
  StopCauseSchema,
  type StopReason,
  StopReasonSchema,
} from '../../../shared/domain/problem-shelf.ts';
import { freePlace } from './free-place.ts';

/** A saved box that must not leave, and where to look for it. */
export type StoppedBox = {
  readonly opId: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly reason: StopReason;
  readonly cause?: StopCause;
  readonly raisedAtMs: number;
  /** Which package of its order it is, from 1. */
  readonly packageNo: number;
  readonly waybill: string;
  readonly carrierName: string;
  readonly savedBy: string;
  readonly savedAtMs: number;
  /** Its numbered place on the problem shelf, kept for it until it lies there. */
  readonly shelf: number;
  readonly acknowledgedBy: string;
};

/**
 * The only SQL on `stopped_box` besides the triggers that write it: they stand under the outbox and the orders, so that
 * no box is missed whoever learns of a refund, even in the moment of a crash.
 */
export type StoppedBoxStore = {
  /** The oldest one nobody has acknowledged; a place on the shelf is kept for it. */
  readonly next: () => StoppedBox | null;
  /** All that have not been found yet, oldest first. */
  readonly open: () => readonly StoppedBox[];
  readonly acknowledge: (opId: string, by: string, nowMs: number) => void;
  /** Somebody has the box in hand. False where it is not on the list. */
  readonly found: (opId: string, by: string, nowMs: number) => boolean;
};

type Row = {
  seq: number;
  id: string;
  shop_id: string;
  order_id: string;
  reason: string;
  raised_at_ms: number;
  package_no: number;
  waybill: string;
  carrier_name: string;
  created_by: string;
  created_at_ms: number;
  shelf: number | null;
  acknowledged_by: string;
  platform: string;
  code: string | null;
  message: string;
};

const SELECT = `SELECT op.seq, op.id, op.shop_id, op.order_id, s.reason, s.raised_at_ms, op.waybill, op.carrier_name,
    op.created_by, op.created_at_ms, s.shelf, s.acknowledged_by, op.platform, state.code, state.message,
    (SELECT count(*) FROM op AS o WHERE o.order_id = op.order_id AND o.shop_id = op.shop_id AND o.kind = 'send'
      AND o.supersedes IS NULL AND o.seq <= op.seq) AS package_no
  FROM stopped_box AS s JOIN op ON op.seq = s.op_seq JOIN op_state AS state ON state.op_seq = op.seq WHERE s.found_at_ms IS NULL`;

/** Opens the stopped boxes over their table. */
export function createStoppedBoxStore(database: Database): StoppedBoxStore {
  const first = database.prepare<[], Row>(`${SELECT} AND s.acknowledged_at_ms IS NULL ORDER BY s.op_seq LIMIT 1`);
  const all = database.prepare<[], Row>(`${SELECT} ORDER BY s.op_seq`);
  const keepPlace = database.prepare('UPDATE stopped_box SET shelf = ? WHERE op_seq = ?');
  const seqOf = '(SELECT seq FROM op WHERE id = ?)';
  const acknowledge = database.prepare(
    `UPDATE stopped_box SET acknowledged_at_ms = ?, acknowledged_by = ? WHERE op_seq = ${seqOf}`,
  );
  const found = database.prepare(
    `UPDATE stopped_box SET found_at_ms = ?, found_by = ?, acknowledged_at_ms = coalesce(acknowledged_at_ms, ?)
     WHERE found_at_ms IS NULL AND op_seq = ${seqOf}`,
  );
  const placed = (row: Row): StoppedBox => {
    const shelf = row.shelf ?? freePlace(database);
    if (row.shelf === null) keepPlace.run(shelf, row.seq);
    return stoppedBox(row, shelf);
  };
  return {
    next: () => {
      const row = first.get();
      return row === undefined ? null : placed(row);
    },
    open: () => all.all().map(placed),
    acknowledge: (opId, by, nowMs) => {
      acknowledge.run(nowMs, by, opId);
    },
    found: (opId, by, nowMs) => found.run(nowMs, by, nowMs, opId).changes === 1,
  };
}

/** An order's own flag says it all; else what the platform answered is all that is known. */
function whyOf({ reason: stored, platform, code, message }: Row): Pick<StoppedBox, 'reason' | 'cause'> {
  const reason = StopReasonSchema.catch('platform').parse(stored);
  const cause = reason === 'platform' && code !== null ? StopCauseSchema.safeParse({ platform, code, message }) : null;
  return { reason, ...(cause?.success === true ? { cause: cause.data } : {}) };
}

const stoppedBox = (row: Row, shelf: number): StoppedBox => ({
  opId: row.id,
  shopId: row.shop_id,
  orderId: row.order_id,
  ...whyOf(row),
  raisedAtMs: row.raised_at_ms,
  packageNo: Math.max(1, row.package_no),
  waybill: row.waybill,
  carrierName: row.carrier_name,
  savedBy: row.created_by,
  savedAtMs: row.created_at_ms,
  shelf,
  acknowledgedBy: row.acknowledged_by,
});
