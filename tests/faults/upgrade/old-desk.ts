import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { BACKUP_FOLDER } from '../../../electron/services/db/backup-files.ts';
import { migrations } from '../../../electron/services/db/migrations/index.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { markOpen } from '../../../electron/services/db/run-mark.ts';

/** The folder of a desk as an older version left it: ended by itself, or dead with its write-ahead log beside it. */
export type OldDesk = { readonly version: number; readonly closed: string; readonly crashed: string };

const PACKAGES = 40;
const OPEN_AND_ENDED = ['ready', 'wait', 'sending', 'in_doubt', 'held', 'rejected', 'cancelled', 'shipped'] as const;

/** A row for each table that came after the first schema, by the name of the table. */
const LATER_ROWS: Readonly<Record<string, string>> = {
  raw_scan: `INSERT INTO raw_scan (at_ms, is_key, text, ime, step, took, verdict, reason, operator)
    VALUES (5, 0, '3705115058471208928', '', 'order', '', 'order', '', 'Mei')`,
  charge: `INSERT INTO charge (shop_id, day, order_id, path, points, at_ms) VALUES ('tea', '2026-01-01', '1', '/x', 1, 5)`,
  held_order: `INSERT INTO held_order (shop_id, order_id, body, held_at_ms, held_by) VALUES ('tea', '7', '{}', 5, 'Mei')`,
  operator: `INSERT INTO operator (id, name, role, badge_number, pin_hash, created_at_ms)
    VALUES ('p1', 'Mei', 'packer', 1, 'none', 5)`,
  order_label: `INSERT INTO order_label (waybill, shop_id, order_id) VALUES ('ZT9', 'tea', '7')`,
};

/** A desk of schema `version`, one or more, with rows in what that version had. */
export function makeOldDesk(folder: string, version: number): OldDesk {
  const live = join(folder, `v${version}`);
  const first = openAs(live, 1);
  fillFirst(first);
  first.close();
  const database = openAs(live, version);
  rmSync(join(live, BACKUP_FOLDER), { recursive: true, force: true });
  const hasTable = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  for (const [table, sql] of Object.entries(LATER_ROWS)) if (hasTable.get(table) !== undefined) database.exec(sql);
  const crashed = `${live}-crashed`;
  cpSync(live, crashed, { recursive: true });
  markOpen(crashed);
  database.close();
  return { version, closed: live, crashed };
}

/** Opens a folder as the app of a schema version did. Throws where that app would refuse it. */
export function openAs(dataDir: string, version: number): Database {
  const opened = openDatabase({ dataDir, nowMs: Date.now(), migrations: migrations.slice(0, version) });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.database;
}

function fillFirst(database: Database): void {
  database.transaction(() => {
    database.exec(`INSERT INTO shop (id, name, platform, base_url, created_at_ms)
      VALUES ('tea', 'Tea', 'wechat-channels', 'https://api.example.com', 1);
      INSERT INTO setting (key, value) VALUES ('ui.sound', 'false');
      INSERT INTO packing_draft (bench, body, updated_at_ms) VALUES ('bench', '{}', 1)`);
    for (let seq = 1; seq <= PACKAGES; seq += 1) insertPackage(database, seq);
    chainAudit(database);
  })();
}

function insertPackage(database: Database, seq: number): void {
  const orderId = String(3_705_115_058_471_200_000n + BigInt(seq));
  const waybill = `ZT${1_000_000 + seq}`;
  const state = OPEN_AND_ENDED[seq % OPEN_AND_ENDED.length] ?? 'ready';
  const payload = JSON.stringify({ orderId, waybill, items: [{ serialNumbers: [{ serialNumber: `sn-${seq}` }] }] });
  database
    .prepare(`INSERT INTO op VALUES (@seq, @id, 'tea', 'wechat-channels', @orderId, 'send', @waybill, 'A', @payload, @sha,
      'ZTO', '中通', @waybill, 1, NULL, @seq, 'Mei')`)
    .run({ seq, id: `op-${seq}`, orderId, waybill, payload, sha: createHash('sha256').update(payload).digest('hex') });
  database
    .prepare(`INSERT INTO op_state (op_seq, shop_id, state, version, epoch, not_before_ms, doubt_since_ms, hold_kind, proof,
      updated_at_ms) VALUES (@seq, 'tea', @state, 1, 1, 0, @doubt, @hold, @proof, 1)`)
    .run({
      ...{ seq, state, doubt: state === 'in_doubt' ? 1 : null },
      ...{ hold: state === 'held' ? 'business' : null, proof: state === 'shipped' ? 'response' : null },
    });
  database.prepare('INSERT INTO attempt VALUES (?, 1, 1, 1)').run(seq);
  database
    .prepare(`INSERT INTO shop_order (shop_id, order_id, status, due_ms, pieces, left_pieces, title, search, body, source,
      updated_at_ms) VALUES ('tea', ?, 'to-ship', 1, 1, 1, 'Tea', ?, '{"flags":[]}', 'pull', 1)`)
    .run(orderId, orderId);
}

/** The chain as the first version wrote it. */
function chainAudit(database: Database): void {
  const insert = database.prepare(
    'INSERT INTO audit (seq, at_ms, actor, action, subject, detail, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  let before = '0'.repeat(64);
  for (let seq = 1; seq <= PACKAGES; seq += 1) {
    const row = [seq, seq, 'Mei', 'op.saved', `op:op-${seq}`, '{}'] as const;
    const hash = createHash('sha256').update(before).update(JSON.stringify(row)).digest('hex');
    insert.run(...row, before, hash);
    before = hash;
  }
}
