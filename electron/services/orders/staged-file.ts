import { open } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';
import type { OrderKey } from './order-store.ts';
import type { StagedRow } from './order-rows.ts';

/** Rows of one order that stood together in the file; `refused` when one of them is wrong. */
export type StagedPiece = OrderKey & {
  /** Row number of the first of them. */
  readonly seq: number;
  readonly refused: boolean;
  readonly rows: readonly StagedRow[];
};
export type StagedGroup = OrderKey & { readonly refused: boolean; readonly rows: readonly StagedRow[] };

/**
 * The rows of one import in an SQLite file of their own. It is scratch until `seal`: nothing is synced and nothing in
 * the desk's database is touched, so that an import neither slows a scan down nor leaves a trace when it is dropped.
 */
export type StagedFile = {
  readonly add: (pieces: readonly StagedPiece[]) => void;
  /** The next orders behind a key, each with all its rows in file order. */
  readonly groups: (after: OrderKey | null, limit: number) => readonly StagedGroup[];
  readonly refuse: (keys: readonly OrderKey[]) => void;
  /** Brings everything to the disk; afterwards the file survives a power cut. */
  readonly seal: () => Promise<void>;
  readonly close: () => void;
};

type KeyRow = { shop_id: string; order_id: string };

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS staged_order (
    shop_id  TEXT NOT NULL,
    order_id TEXT NOT NULL,
    seq      INTEGER NOT NULL,
    refused  INTEGER NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (shop_id, order_id, seq)
  ) STRICT`;

/** Opens or creates a staged file. */
export function openStagedFile(file: string): StagedFile {
  const database = new SqliteDatabase(file);
  for (const pragma of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = MEMORY',
    'synchronous = OFF',
    'trusted_schema = OFF',
  ])
    database.pragma(pragma);
  database.exec(SCHEMA);
  const insert = database.prepare(
    'INSERT INTO staged_order (shop_id, order_id, seq, refused, body) VALUES (?, ?, ?, ?, ?)',
  );
  const groups = database.prepare<[string, string, number], KeyRow & { refused: number }>(
    `SELECT shop_id, order_id, max(refused) AS refused FROM staged_order
     WHERE (shop_id, order_id) > (?, ?) GROUP BY shop_id, order_id ORDER BY shop_id, order_id LIMIT ?`,
  );
  const bodies = database.prepare<[string, string], { body: string }>(
    'SELECT body FROM staged_order WHERE shop_id = ? AND order_id = ? ORDER BY seq',
  );
  const refuse = database.prepare('UPDATE staged_order SET refused = 1 WHERE shop_id = ? AND order_id = ?');
  const rowsOf = ({ shop_id, order_id }: KeyRow): StagedRow[] =>
    bodies.all(shop_id, order_id).flatMap(({ body }) => JSON.parse(body) as StagedRow[]);
  return {
    add: database.transaction((pieces: readonly StagedPiece[]) => {
      for (const { shopId, orderId, seq, refused, rows } of pieces)
        insert.run(shopId, orderId, seq, refused ? 1 : 0, JSON.stringify(rows));
    }),
    groups: (after, limit) =>
      groups.all(after?.shopId ?? '', after?.orderId ?? '', limit).map((row) => ({
        shopId: row.shop_id,
        orderId: row.order_id,
        refused: row.refused === 1,
        rows: rowsOf(row),
      })),
    refuse: database.transaction((keys: readonly OrderKey[]) => {
      for (const { shopId, orderId } of keys) refuse.run(shopId, orderId);
    }),
    seal: async () => {
      const handle = await open(file, 'r+');
      await handle.sync();
      await handle.close();
    },
    close: () => void database.close(),
  };
}
