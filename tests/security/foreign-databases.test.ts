import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { checkBackup } from '../../electron/services/db/check-backup.ts';
import { restoreBackup } from '../../electron/services/recovery/restore-backup.ts';
import { openTestBackend } from '../support/backend.ts';
import { temporaryFolder } from '../support/hosts.ts';

const ADMIN = { role: 'admin', operator: 'Ling' } as const;
/** SQL that would act by itself, or lie, once the file is the desk's own. `{table}` and `N` are filled in. */
const CRAFTED: readonly string[] = [
  "CREATE TRIGGER evil_N AFTER INSERT ON {table} BEGIN UPDATE op_state SET state = 'shipped'; END",
  'CREATE TRIGGER evil_N BEFORE UPDATE ON {table} BEGIN SELECT RAISE(IGNORE); END',
  "CREATE TRIGGER evil_N AFTER INSERT ON {table} BEGIN SELECT load_extension('evil.bin'); END",
  "CREATE TRIGGER evil_N AFTER DELETE ON {table} BEGIN SELECT writefile('evil.bin', 'x'); END",
  "CREATE VIEW evil_N AS SELECT load_extension('evil.bin')",
  'CREATE VIEW evil_N AS SELECT * FROM {table}',
  'CREATE TABLE evil_N (x TEXT DEFAULT (randomblob(1000000)))',
  'CREATE TABLE evil_N (x TEXT CHECK (length(hex(zeroblob(1000000))) > 0))',
  'CREATE INDEX evil_N ON {table} (abs(-9223372036854775808))',
  'ALTER TABLE {table} ADD COLUMN evil_N TEXT',
];

/** A backup as the desk itself makes one. */
async function goodBackup(): Promise<string> {
  const { backend, dataDir } = await openTestBackend();
  const made = await backend.call({ name: 'care.backUpNow', input: {} }, ADMIN);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { name } = made.value as { name: string };
  await backend.close();
  return join(dataDir, 'backups', name);
}

it('a hundred crafted databases are refused, nothing of them runs, and the desk’s own data stays', async () => {
  const good = await goodBackup();
  expect(checkBackup(good)).toMatchObject({ ok: true });
  const { backend, dataDir } = await openTestBackend();
  await backend.call({ name: 'settings.set', input: { key: 'outbox.settleMs', value: 71_000 } }, ADMIN);
  await backend.close();
  const before = readFileSync(join(dataDir, 'dispatch-desk.db'));
  const file = join(temporaryFolder(), 'crafted.db');
  let refused = 0;
  for (const table of tablesOf(good))
    for (const [at, sql] of CRAFTED.entries()) {
      copyFileSync(good, file);
      craft(file, sql.replaceAll('{table}', table).replaceAll('_N', `_${at}`));
      expect(checkBackup(file), sql).toMatchObject({ ok: false, error: { code: 'restore-failed' } });
      if (table === 'op') expect(restoreBackup({ backup: file, dataDir, nowMs: 0 })).toMatchObject({ ok: false });
      refused += 1;
    }
  expect(refused).toBe(100);
  expect(readFileSync(join(dataDir, 'dispatch-desk.db')).equals(before)).toBe(true);
}, 120_000);

it('so are files that are no database, half of one, or lie about their version', async () => {
  const good = await goodBackup();
  const bytes = readFileSync(good);
  const file = join(temporaryFolder(), 'foreign.db');
  for (const content of [
    '',
    'SQLite format 3\u0000',
    'PK\u0003\u0004',
    bytes.subarray(0, bytes.length / 2),
    bytes.subarray(4_096),
  ]) {
    rmSync(file, { force: true });
    writeFileSync(file, content);
    expect(checkBackup(file)).toMatchObject({ ok: false, error: { code: 'restore-failed' } });
  }
  for (const version of [0, 1, 999]) {
    copyFileSync(good, file);
    craft(file, `PRAGMA user_version = ${version}`);
    expect(checkBackup(file)).toMatchObject({ ok: false });
  }
});

function craft(file: string, sql: string): void {
  const database = new SqliteDatabase(file);
  database.exec(sql);
  database.close();
}

/** Ten tables of the desk, the outbox among them. */
function tablesOf(file: string): readonly string[] {
  const database = new SqliteDatabase(file, { readonly: true });
  const names = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name NOT GLOB 'op*', name",
    )
    .pluck()
    .all();
  database.close();
  return names.slice(0, 10);
}
