import type { Database } from 'better-sqlite3';
import type { Order } from '../../../shared/domain/order.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { mergeImported, mergePulled } from './merge-order.ts';
import { fromRow, type OrderRow, toRow } from './order-row.ts';
import { createUnreadStore } from './unread-store.ts';

export type OrderKey = { readonly shopId: string; readonly orderId: string };
export type OrderSource = 'pull' | 'import';

/**
 * The only SQL that writes `shop_order`, `order_parcel`, `order_label` and `order_recount`. Reading them page by page is `order-list.ts`.
 * Orders of removed shops stay in the tables and are found by nobody but `get`.
 */
export type OrderStore = {
  readonly get: (shopId: string, orderId: string) => Order | null;
  readonly sourceOf: (shopId: string, orderId: string) => OrderSource | null;
  /** Every order a scanned code stands for: its order number in any shop, or the waybill of a parcel the platform knows. */
  readonly findByCode: (code: string) => readonly Order[];
  /** Every order a waybill was printed for before it is packed. */
  readonly findByLabel: (waybill: string) => readonly Order[];
  /** Takes what the platform says now. False where a newer answer is already known, which then stays. */
  readonly putPulled: (order: Order, nowMs: number) => boolean;
  /** Takes an imported order; of an order that was pulled only what the platform does not know is taken over. */
  readonly putImported: (order: Order, nowMs: number) => void;
  /** Runs several changes in one transaction. */
  readonly together: (changes: () => void) => void;
  /** Orders whose rest has to be counted again, at most `limit`. */
  readonly uncounted: (limit: number) => readonly OrderKey[];
  readonly setLeft: (key: OrderKey, left: number) => void;
};

type StoredRow = OrderRow & { readonly source: OrderSource };

const UPSERT = `
  INSERT INTO shop_order (shop_id, order_id, status, due_ms, pieces, left_pieces, title, search, body, source, updated_at_ms, touch)
  VALUES (@shop_id, @order_id, @status, @due_ms, @pieces, @left_pieces, @title, @search, @body, @source, @updated_at_ms,
    (SELECT coalesce(max(touch), 0) + 1 FROM shop_order WHERE touch IS NOT NULL))
  ON CONFLICT (shop_id, order_id) DO UPDATE SET status = excluded.status, due_ms = excluded.due_ms,
    pieces = excluded.pieces, left_pieces = excluded.left_pieces, title = excluded.title, search = excluded.search,
    body = excluded.body, source = excluded.source, updated_at_ms = excluded.updated_at_ms,
    touch = excluded.touch`;

const LIVE_SHOPS = 'shop_id IN (SELECT id FROM shop WHERE removed_at_ms IS NULL)';

/** Opens the orders over their tables. */
export function createOrderStore(database: Database): OrderStore {
  const select = database.prepare<[string, string], StoredRow>(
    'SELECT * FROM shop_order WHERE shop_id = ? AND order_id = ?',
  );
  const byNumber = database.prepare<[string], StoredRow>(
    `SELECT * FROM shop_order WHERE order_id = ? AND ${LIVE_SHOPS} ORDER BY updated_at_ms DESC`,
  );
  const parcels = linkedWaybills(database, 'order_parcel');
  const labels = linkedWaybills(database, 'order_label');
  const upsert = database.prepare(UPSERT);
  const unread = createUnreadStore(database);
  const uncounted = database.prepare<[number], { shop_id: string; order_id: string }>(
    'SELECT shop_id, order_id FROM order_recount LIMIT ?',
  );
  const setLeft = database.prepare('UPDATE shop_order SET left_pieces = ? WHERE shop_id = ? AND order_id = ?');
  const counted = database.prepare('DELETE FROM order_recount WHERE shop_id = ? AND order_id = ?');

  const write = (order: Order, source: OrderSource, updatedAtMs: number): void => {
    upsert.run({ ...toRow(order), source, updated_at_ms: updatedAtMs });
    parcels.set(
      order,
      order.parcels.map(({ waybill }) => normaliseWaybill(waybill)),
    );
    labels.set(order, order.labels ?? []);
  };
  const putPulled = database.transaction((order: Order, nowMs: number): boolean => {
    unread.forget(order);
    const row = select.get(order.shopId, order.orderId);
    const changedAtMs = order.updatedAt === null ? nowMs : Date.parse(order.updatedAt);
    if (row?.source === 'pull' && row.updated_at_ms > changedAtMs) return false;
    write(mergePulled(row === undefined ? null : fromRow(row), order), 'pull', changedAtMs);
    return true;
  });
  const putImported = database.transaction((order: Order, nowMs: number): void => {
    const row = select.get(order.shopId, order.orderId);
    if (row?.source === 'pull') write(mergeImported(fromRow(row), order), 'pull', row.updated_at_ms);
    else write(order, 'import', nowMs);
  });
  return {
    get: (shopId, orderId) => {
      const row = select.get(shopId, orderId);
      return row === undefined ? null : fromRow(row);
    },
    sourceOf: (shopId, orderId) => select.get(shopId, orderId)?.source ?? null,
    findByCode: (code) => {
      const numbered = byNumber.all(code);
      return (numbered.length > 0 ? numbered : parcels.find(normaliseWaybill(code))).map(fromRow);
    },
    findByLabel: (waybill) => labels.find(waybill).map(fromRow),
    putPulled,
    putImported,
    together: (changes) => {
      database.transaction(changes).immediate();
    },
    uncounted: (limit) => uncounted.all(limit).map(({ shop_id, order_id }) => ({ shopId: shop_id, orderId: order_id })),
    setLeft: ({ shopId, orderId }, left) => {
      setLeft.run(left, shopId, orderId);
      counted.run(shopId, orderId);
    },
  };
}

/** Waybills that lead to an order: one table of its own for parcels that left and one for labels printed beforehand. */
function linkedWaybills(database: Database, table: 'order_parcel' | 'order_label') {
  const find = database.prepare<[string], StoredRow>(
    `SELECT shop_order.* FROM ${table} JOIN shop_order USING (shop_id, order_id) WHERE waybill = ? AND ${LIVE_SHOPS}`,
  );
  const clear = database.prepare(`DELETE FROM ${table} WHERE shop_id = ? AND order_id = ?`);
  const add = database.prepare(`INSERT OR IGNORE INTO ${table} (waybill, shop_id, order_id) VALUES (?, ?, ?)`);
  return {
    find: (waybill: string): readonly StoredRow[] => find.all(waybill),
    set: ({ shopId, orderId }: OrderKey, waybills: readonly string[]): void => {
      clear.run(shopId, orderId);
      for (const waybill of waybills) if (waybill !== '') add.run(waybill, shopId, orderId);
    },
  };
}
