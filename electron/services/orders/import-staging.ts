import type { Database } from 'better-sqlite3';
import type { OrderKey } from './order-store.ts';
import type { StagedRow } from './order-rows.ts';

/** Rows of one order that stood together in the file; `refused` when one of them is wrong. */
export type StagedPiece = OrderKey & {
  readonly seq: number;
  readonly refused: boolean;
  readonly rows: readonly StagedRow[];
};
export type StagedGroup = OrderKey & { readonly refused: boolean; readonly rows: readonly StagedRow[] };

/**
 * The only SQL on `order_import` and `staged_order`. Until `startMerging` an import can vanish without trace; after it,
 * every start of the app goes on with it until the last order is in.
 */
export type ImportStaging = {
  readonly begin: (id: string, nowMs: number) => void;
  /** One transaction: keep it below a hundred pieces. */
  readonly add: (id: string, pieces: readonly StagedPiece[]) => void;
  /** The next orders behind a key, each with all its rows in file order. */
  readonly groups: (id: string, after: OrderKey | null, limit: number) => readonly StagedGroup[];
  readonly refuse: (id: string, key: OrderKey) => void;
  readonly startMerging: (id: string) => void;
  /** Drops one order's rows; inside the transaction that merges it. */
  readonly drop: (id: string, key: OrderKey) => void;
  /** Drops up to `limit` rows of an import; true once nothing of it is left. */
  readonly discardSome: (id: string, limit: number) => boolean;
  readonly unfinished: () => readonly { readonly id: string; readonly state: 'staging' | 'merging' }[];
};

type KeyRow = { shop_id: string; order_id: string };
type GroupRow = KeyRow & { refused: number };

/** Opens the staging area over its tables. */
export function createImportStaging(database: Database): ImportStaging {
  const begin = database.prepare("INSERT INTO order_import (id, state, created_at_ms) VALUES (?, 'staging', ?)");
  const insert = database.prepare(
    'INSERT INTO staged_order (import_id, shop_id, order_id, seq, refused, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const groups = database.prepare<[string, string, string, number], GroupRow>(
    `SELECT shop_id, order_id, max(refused) AS refused FROM staged_order
     WHERE import_id = ? AND (shop_id, order_id) > (?, ?) GROUP BY shop_id, order_id ORDER BY shop_id, order_id LIMIT ?`,
  );
  const bodies = database.prepare<[string, string, string], { body: string }>(
    'SELECT body FROM staged_order WHERE import_id = ? AND shop_id = ? AND order_id = ? ORDER BY seq',
  );
  const refuse = database.prepare(
    'UPDATE staged_order SET refused = 1 WHERE import_id = ? AND shop_id = ? AND order_id = ?',
  );
  const startMerging = database.prepare("UPDATE order_import SET state = 'merging' WHERE id = ?");
  const drop = database.prepare('DELETE FROM staged_order WHERE import_id = ? AND shop_id = ? AND order_id = ?');
  const some = database.prepare<[string, number], KeyRow>(
    'SELECT DISTINCT shop_id, order_id FROM staged_order WHERE import_id = ? LIMIT ?',
  );
  const remove = database.prepare('DELETE FROM order_import WHERE id = ?');
  const unfinished = database.prepare<[], { id: string; state: 'staging' | 'merging' }>(
    'SELECT id, state FROM order_import ORDER BY created_at_ms, id',
  );
  const add = database.transaction((id: string, pieces: readonly StagedPiece[]) => {
    for (const piece of pieces)
      insert.run(id, piece.shopId, piece.orderId, piece.seq, piece.refused ? 1 : 0, JSON.stringify(piece.rows));
  });
  const discardSome = database.transaction((id: string, limit: number): boolean => {
    const keys = some.all(id, limit);
    for (const key of keys) drop.run(id, key.shop_id, key.order_id);
    if (keys.length === limit) return false;
    remove.run(id);
    return true;
  });
  const rowsOf = (id: string, { shop_id, order_id }: KeyRow): StagedRow[] =>
    bodies.all(id, shop_id, order_id).flatMap(({ body }) => JSON.parse(body) as StagedRow[]);
  return {
    begin: (id, nowMs) => void begin.run(id, nowMs),
    add: (id, pieces) => add.immediate(id, pieces),
    groups: (id, after, limit) =>
      groups.all(id, after?.shopId ?? '', after?.orderId ?? '', limit).map((row) => ({
        shopId: row.shop_id,
        orderId: row.order_id,
        refused: row.refused === 1,
        rows: rowsOf(id, row),
      })),
    refuse: (id, { shopId, orderId }) => void refuse.run(id, shopId, orderId),
    startMerging: (id) => void startMerging.run(id),
    drop: (id, { shopId, orderId }) => void drop.run(id, shopId, orderId),
    discardSome: (id, limit) => discardSome.immediate(id, limit),
    unfinished: () => unfinished.all(),
  };
}
