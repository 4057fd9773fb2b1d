import type { Database } from 'better-sqlite3';
import type { HoldKind, OpKind, OpState } from '../../../shared/domain/op.ts';

/** An op as far as a shift counts it. */
export type ParcelOp = {
  readonly seq: number;
  readonly id: string;
  readonly shopId: string;
  readonly orderId: string;
  readonly kind: OpKind;
  /** For a correction: the waybill it replaces. */
  readonly replaces: string;
  readonly waybill: string;
  readonly carrier: string;
  readonly pieces: number;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly state: OpState;
  readonly holdKind: HoldKind | null;
  /** Why the box is to be found and kept back, until it is found. */
  readonly stop: string | null;
};

/** Reads the outbox for the shift; it writes nothing. */
export type ParcelStore = {
  /** Packages and corrections saved at or after an op, oldest first; those replaced by a newer op are left out. */
  readonly since: (fromSeq: number) => readonly ParcelOp[];
  readonly ofOrder: (shopId: string, orderId: string) => readonly ParcelOp[];
  /** The newest op that brought a waybill, or replaced the one that did; withdrawn ones last. */
  readonly byWaybill: (waybill: string) => ParcelOp | null;
  readonly byId: (id: string) => ParcelOp | null;
  readonly newestSeq: () => number;
  /** The first op saved at or after a time, looked for from the newest back. */
  readonly firstSince: (atMs: number) => number;
};

const SELECT = `SELECT op.seq, op.id, op.shop_id AS shopId, op.order_id AS orderId, op.kind, op.waybill,
    CASE op.kind WHEN 'correct' THEN substr(op.package_key, 1, instr(op.package_key, '>') - 1) ELSE '' END AS replaces,
    op.carrier_name AS carrier, op.pieces, op.created_at_ms AS createdAtMs, op.created_by AS createdBy,
    s.state, s.hold_kind AS holdKind,
    (SELECT b.reason FROM stopped_box AS b WHERE b.op_seq = op.seq AND b.found_at_ms IS NULL) AS stop
  FROM op JOIN op_state AS s ON s.op_seq = op.seq`;
const STANDS = 'NOT EXISTS (SELECT 1 FROM op AS newer WHERE newer.supersedes = op.id)';

/** Prepares the questions. */
export function createParcelStore(database: Database): ParcelStore {
  const since = database.prepare<[number], ParcelOp>(`${SELECT} WHERE op.seq >= ? AND ${STANDS} ORDER BY op.seq`);
  const ofOrder = database.prepare<[string, string], ParcelOp>(
    `${SELECT} WHERE op.order_id = ? AND op.shop_id = ? AND ${STANDS} ORDER BY op.seq`,
  );
  const byWaybill = database.prepare<[string], ParcelOp>(
    `WITH RECURSIVE chain (id) AS (SELECT id FROM op WHERE waybill = ? AND waybill <> ''
       UNION SELECT newer.id FROM op AS newer JOIN chain ON newer.supersedes = chain.id)
     ${SELECT} JOIN chain ON chain.id = op.id WHERE ${STANDS} ORDER BY s.state = 'cancelled', op.seq DESC LIMIT 1`,
  );
  const byId = database.prepare<[string], ParcelOp>(`${SELECT} WHERE op.id = ?`);
  const newest = database.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM op');
  const backwards = database.prepare<[], { seq: number; created_at_ms: number }>(
    'SELECT seq, created_at_ms FROM op ORDER BY seq DESC',
  );
  return {
    since: (fromSeq) => since.all(fromSeq),
    ofOrder: (shopId, orderId) => ofOrder.all(orderId, shopId),
    byWaybill: (waybill) => byWaybill.get(waybill) ?? null,
    byId: (id) => byId.get(id) ?? null,
    newestSeq: () => newest.get()?.seq ?? 0,
    firstSince: (atMs) => {
      let first = (newest.get()?.seq ?? 0) + 1;
      for (const row of backwards.iterate()) {
        if (row.created_at_ms < atMs) break;
        first = row.seq;
      }
      return first;
    },
  };
}
