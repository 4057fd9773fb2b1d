import type { Database } from 'better-sqlite3';
import type { OrderKey, OrderStore } from '../orders/order-store.ts';
import type { OpPayload } from '../../../shared/domain/shipment.ts';
import type { Found, OrderFacts, PackageFacts } from './order-facts.ts';

/** How far the desk's file reaches now. */
export type Reach = { readonly audit: number; readonly touch: number };

/** One step along a table: the orders met and the place of each, where to go on, and whether anything was there. */
export type Walked = {
  readonly keys: readonly (OrderKey & { readonly at: number })[];
  readonly to: number;
  readonly any: boolean;
};

/** Reads the desk's file for the index. Writes nothing. */
export type OrderSource = {
  readonly reach: () => Reach;
  /** Orders in the order of their rows. */
  readonly orders: (after: number, limit: number) => Walked;
  /** Orders of ops in the order of saving. */
  readonly ops: (after: number, limit: number) => Walked;
  /** Orders written since. */
  readonly touched: (after: number, limit: number) => Walked;
  /** Orders of ops that did anything since: every move of an op is in the audit log. */
  readonly moved: (after: number, limit: number) => Walked;
  readonly facts: (key: OrderKey) => OrderFacts;
};

type KeyRow = { readonly at: number; readonly shop_id: string | null; readonly order_id: string | null };
type OpFactRow = {
  readonly seq: number;
  readonly waybill: string;
  readonly carrier_name: string;
  readonly created_by: string;
  readonly payload: string;
  readonly state: string;
  readonly request_id: string;
};

/** Prepares the reads. */
export function createOrderSource(database: Database, orders: Pick<OrderStore, 'get'>): OrderSource {
  const max = (table: string, column: string) =>
    database.prepare<[], number | null>(`SELECT max(${column}) FROM ${table} WHERE ${column} IS NOT NULL`).pluck();
  const [lastAudit, lastTouch] = [max('audit', 'seq'), max('shop_order', 'touch')];
  const along = (sql: string) => {
    const statement = database.prepare<[number, number], KeyRow>(sql);
    return (after: number, limit: number): Walked => {
      const rows = statement.all(after, limit);
      const keys = rows.flatMap(({ at, shop_id, order_id }) =>
        shop_id === null || order_id === null ? [] : [{ at, shopId: shop_id, orderId: order_id }],
      );
      return { keys, to: rows.at(-1)?.at ?? after, any: rows.length > 0 };
    };
  };
  const ops = database.prepare<[string, string], OpFactRow>(
    `SELECT op.seq, waybill, carrier_name, created_by, payload, s.state, s.request_id
     FROM op JOIN op_state AS s ON s.op_seq = op.seq WHERE order_id = ? AND op.shop_id = ? ORDER BY op.seq`,
  );
  const requests = database
    .prepare<[number], string>("SELECT request_id FROM attempt_result WHERE op_seq = ? AND request_id <> ''")
    .pluck();
  return {
    reach: () => ({ audit: lastAudit.get() ?? 0, touch: lastTouch.get() ?? 0 }),
    orders: along('SELECT rowid AS at, shop_id, order_id FROM shop_order WHERE rowid > ? ORDER BY rowid LIMIT ?'),
    ops: along('SELECT seq AS at, shop_id, order_id FROM op WHERE seq > ? ORDER BY seq LIMIT ?'),
    touched: along('SELECT touch AS at, shop_id, order_id FROM shop_order WHERE touch > ? ORDER BY touch LIMIT ?'),
    moved: along(
      `SELECT audit.seq AS at, op.shop_id, op.order_id
       FROM audit LEFT JOIN op ON op.id = substr(audit.subject, 4) WHERE audit.seq > ? ORDER BY audit.seq LIMIT ?`,
    ),
    facts: (key) => {
      const found = ops.all(key.orderId, key.shopId);
      return {
        ...key,
        order: orders.get(key.shopId, key.orderId),
        packages: found.map((op) => packageOf(op, requests.all(op.seq))),
      };
    },
  };
}

function packageOf(op: OpFactRow, requests: readonly string[]): PackageFacts {
  const codes: Found[] = [{ kind: 'waybill', code: op.waybill }];
  for (const request of new Set([op.request_id, ...requests])) codes.push({ kind: 'request', code: request });
  if (op.payload.includes('"serialNumber"'))
    for (const item of (JSON.parse(op.payload) as OpPayload).items)
      for (const { serialNumber, imei1, imei2 } of item.serialNumbers ?? [])
        for (const code of [serialNumber, imei1, imei2]) if (code !== undefined) codes.push({ kind: 'serial', code });
  return { seq: op.seq, operator: op.created_by, carrier: op.carrier_name, state: op.state, codes };
}
