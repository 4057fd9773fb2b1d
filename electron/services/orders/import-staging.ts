import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { OrderKey } from './order-store.ts';
import { openStagedFile, type StagedFile } from './staged-file.ts';

/** An import that was checked and is being merged; `after` is the last order that is in. */
export type Merging = { readonly id: string; readonly after: OrderKey | null };

/**
 * Where order files wait, and the only SQL on `order_import`. Until `startMerging` an import can vanish without trace;
 * after it, every start of the app goes on with it until the last order is in.
 */
export type ImportStaging = {
  readonly begin: () => { readonly id: string; readonly file: StagedFile };
  /** Opens the file of an import that is being merged. */
  readonly reopen: (id: string) => StagedFile;
  readonly startMerging: (id: string, nowMs: number) => void;
  /** Inside the transaction that merges the orders up to this one. */
  readonly mergedTo: (id: string, key: OrderKey) => void;
  /** Brings what was merged from the write-ahead log into the database, before it is so much that a scan waits for it. */
  readonly foldLog: () => void;
  readonly merging: () => readonly Merging[];
  readonly finished: (id: string) => void;
  /** Removes the file of an import, unless its merge has yet to be finished. The file must be closed. */
  readonly discard: (id: string) => void;
  /** Removes files no merge needs; only while no import runs. */
  readonly sweep: () => void;
};

type Row = { id: string; merged_shop_id: string; merged_order_id: string };

/** Opens the staging area: its table in the desk's database, its files in `<dataDir>/imports`. */
export function createImportStaging({
  database,
  dataDir,
}: {
  readonly database: Database;
  readonly dataDir: string;
}): ImportStaging {
  const dir = join(dataDir, 'imports');
  const pathOf = (id: string): string => join(dir, `${id}.staged`);
  const insert = database.prepare('INSERT INTO order_import (id, created_at_ms) VALUES (?, ?)');
  const mergedTo = database.prepare('UPDATE order_import SET merged_shop_id = ?, merged_order_id = ? WHERE id = ?');
  const select = database.prepare<[], Row>(
    'SELECT id, merged_shop_id, merged_order_id FROM order_import ORDER BY created_at_ms, id',
  );
  const remove = database.prepare('DELETE FROM order_import WHERE id = ?');
  return {
    begin: () => {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      const id = randomBytes(8).toString('hex');
      return { id, file: openStagedFile(pathOf(id)) };
    },
    reopen: (id) => openStagedFile(pathOf(id)),
    startMerging: (id, nowMs) => void insert.run(id, nowMs),
    mergedTo: (id, { shopId, orderId }) => void mergedTo.run(shopId, orderId, id),
    foldLog: () => void database.pragma('wal_checkpoint(PASSIVE)'),
    merging: () =>
      select.all().map((row) => ({
        id: row.id,
        after: row.merged_order_id === '' ? null : { shopId: row.merged_shop_id, orderId: row.merged_order_id },
      })),
    finished: (id) => void remove.run(id),
    discard: (id) => {
      if (!select.all().some((row) => row.id === id)) rmSync(pathOf(id), { force: true });
    },
    sweep: () => {
      const needed = new Set(select.all().map(({ id }) => `${id}.staged`));
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      for (const name of readdirSync(dir)) if (!needed.has(name)) rmSync(join(dir, name), { force: true });
    },
  };
}
