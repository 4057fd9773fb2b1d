import type { Database } from 'better-sqlite3';
import { type JoinedRow, SELECT_OP, type StoredOp, toStoredOp } from './op-row.ts';

/** Where a waybill was used first, among ops that were not withdrawn. */
export type WaybillUse = {
  readonly shopId: string;
  readonly orderId: string;
  readonly atMs: number;
  readonly operator: string;
  readonly opId: string;
};

/** Single ops and those of one order. Only reads. */
export type OpReader = {
  readonly bySeq: (seq: number) => StoredOp | null;
  readonly byId: (id: string) => StoredOp | null;
  /** SHA-256 its payload was saved with. */
  readonly hashOf: (id: string) => string | null;
  /** Oldest first, final ones included. */
  readonly ofOrder: (shopId: string, orderId: string) => readonly StoredOp[];
  readonly sameKey: (
    op: Pick<StoredOp, 'orderId' | 'shopId' | 'platform' | 'kind'>,
    baseKey: string,
  ) => readonly StoredOp[];
  /** The first use by any order, or by any other order than `except`. */
  readonly waybillUse: (
    waybill: string,
    except?: { readonly shopId: string; readonly orderId: string },
  ) => WaybillUse | null;
  /** Codes of the carriers among the desk's latest parcels that were this shop's, most used first. */
  readonly oftenUsed: (shopId: string) => readonly string[];
  readonly supersededBy: (id: string) => string | null;
  readonly lastSeq: () => number;
  /** Ops after a place in the sequence, oldest first. */
  readonly after: (seq: number, limit: number) => readonly StoredOp[];
};

/** Prepares the reads over the outbox's tables. */
export function createOpReader(database: Database): OpReader {
  const bySeq = database.prepare<[number], JoinedRow>(`${SELECT_OP} WHERE op.seq = ?`);
  const byId = database.prepare<[string], JoinedRow>(`${SELECT_OP} WHERE op.id = ?`);
  const hashOf = database.prepare<[string], string>('SELECT payload_sha256 FROM op WHERE id = ?').pluck();
  const ofOrder = database.prepare<[string, string], JoinedRow>(
    `${SELECT_OP} WHERE op.order_id = ? AND op.shop_id = ? ORDER BY op.seq`,
  );
  const use = database.prepare<
    [string, string, string],
    { shop_id: string; order_id: string; created_at_ms: number; created_by: string; id: string }
  >(
    `SELECT op.shop_id, op.order_id, op.created_at_ms, op.created_by, op.id FROM op JOIN op_state AS s ON s.op_seq = op.seq
     WHERE op.waybill = ? AND op.waybill <> '' AND s.state <> 'cancelled'
       AND NOT (op.shop_id = ? AND op.order_id = ?) ORDER BY op.seq LIMIT 1`,
  );
  // Nearly every waybill is new: that is answered by its index alone, without opening a row or another table.
  const anyUse = database.prepare<[string]>("SELECT 1 FROM op WHERE waybill = ? AND waybill <> ''").pluck();
  const superseded = database.prepare<[string], { id: string }>(
    'SELECT id FROM op WHERE supersedes = ? ORDER BY seq DESC LIMIT 1',
  );
  const often = database.prepare<[number, string], { code: string }>(
    `SELECT carrier_code AS code FROM (SELECT shop_id, carrier_code FROM op ORDER BY seq DESC LIMIT ?)
     WHERE shop_id = ? AND carrier_code <> '' GROUP BY carrier_code ORDER BY count(*) DESC, carrier_code`,
  );
  const last = database.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM op');
  const after = database.prepare<[number, number], JoinedRow>(`${SELECT_OP} WHERE op.seq > ? ORDER BY op.seq LIMIT ?`);
  const one = (row: JoinedRow | undefined): StoredOp | null => (row === undefined ? null : toStoredOp(row));
  const listOrder = (shopId: string, orderId: string): readonly StoredOp[] =>
    ofOrder.all(orderId, shopId).map(toStoredOp);
  return {
    bySeq: (seq) => one(bySeq.get(seq)),
    byId: (id) => one(byId.get(id)),
    hashOf: (id) => hashOf.get(id) ?? null,
    ofOrder: listOrder,
    sameKey: (op, baseKey) =>
      listOrder(op.shopId, op.orderId).filter(
        (other) => other.kind === op.kind && other.platform === op.platform && isKey(other.packageKey, baseKey),
      ),
    waybillUse: (waybill, except) => {
      if (anyUse.get(waybill) === undefined) return null;
      const row = use.get(waybill, except?.shopId ?? '', except?.orderId ?? '');
      return row === undefined
        ? null
        : {
            shopId: row.shop_id,
            orderId: row.order_id,
            atMs: row.created_at_ms,
            operator: row.created_by,
            opId: row.id,
          };
    },
    oftenUsed: (shopId) => often.all(LATEST_PARCELS, shopId).map(({ code }) => code),
    supersededBy: (id) => superseded.get(id)?.id ?? null,
    lastSeq: () => last.get()?.seq ?? 0,
    after: (seq, limit) => after.all(seq, limit).map(toStoredOp),
  };
}

/** So few that counting them is no pause in a scan. */
const LATEST_PARCELS = 1_000;

/** A key is its base, or the base with `#n` behind it for a replacement. */
const isKey = (packageKey: string, baseKey: string): boolean =>
  packageKey === baseKey ||
  (packageKey.startsWith(`${baseKey}#`) && /^\d+$/.test(packageKey.slice(baseKey.length + 1)));
