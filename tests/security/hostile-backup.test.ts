import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '../../electron/services/db/check-backup.ts';
import { writeBackup } from '../../electron/services/db/backup.ts';
import { DATABASE_FILE } from '../../electron/services/db/open.ts';
import { restoreBackup } from '../../electron/services/recovery/restore-backup.ts';
import { openDesk } from '../outbox/outbox-desk.ts';
import { temporaryFolder } from '../support/hosts.ts';

const TABLES = ['op', 'op_state', 'audit', 'epoch', 'setting', 'shop', 'shop_order', 'attempt', 'operator', 'raw_scan'];
const EVENTS = ['AFTER INSERT', 'BEFORE INSERT', 'AFTER UPDATE', 'BEFORE UPDATE', 'AFTER DELETE'];
const DEEDS = [
  'DELETE FROM setting;',
  "UPDATE shop SET base_url = 'https://evil.example.com';",
  "INSERT INTO setting VALUES ('ui.sound', 'false');",
  'SELECT RAISE(IGNORE);',
  'INSERT INTO setting WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, i FROM n;',
];

/** Triggers on what the desk writes to: fifty, each table with each event, the deeds in turn. */
const TRIGGERS = TABLES.flatMap((table, t) =>
  EVENTS.map(
    (event, e) => `CREATE TRIGGER x_${t}_${e} ${event} ON ${table} BEGIN ${DEEDS[(t + e) % DEEDS.length] ?? ''} END`,
  ),
);

/** Triggers of our own by name, with other words. */
const DISGUISED = [
  ['op_is_immutable', 'BEFORE UPDATE ON op'],
  ['op_state_is_kept', 'BEFORE DELETE ON op_state'],
  ['audit_no_update', 'BEFORE UPDATE ON audit'],
  ['audit_no_delete', 'BEFORE DELETE ON audit'],
  ['op_state_recounts_new', 'AFTER INSERT ON op_state'],
].flatMap(([name, on]) => DEEDS.map((deed) => `DROP TRIGGER ${name}; CREATE TRIGGER ${name} ${on} BEGIN ${deed} END`));

const VIEWS = TABLES.map((table, n) => `CREATE VIEW view_${n} AS SELECT *, randomblob(1000000000) FROM ${table}`);

/** Tables of the desk replaced by something that computes instead of holding rows. */
const REPLACED = ['op', 'op_state'].flatMap((table) => [
  `PRAGMA foreign_keys = OFF; DROP TABLE ${table}; CREATE VIEW ${table} AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS seq, 'ready' AS state FROM n`,
  `PRAGMA foreign_keys = OFF; DROP TABLE ${table}; CREATE VIRTUAL TABLE ${table} USING fts5 (seq, state, created_at_ms)`,
  `PRAGMA foreign_keys = OFF; DROP TABLE ${table}`,
]);

const SCHEMA_EDITS = [
  "UPDATE sqlite_master SET sql = 'CREATE TABLE op (seq INTEGER PRIMARY KEY, x AS (zeroblob(2000000000)))' WHERE name = 'op'",
  "UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'op'",
  "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'op_state'",
  "UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'op'",
  "UPDATE sqlite_master SET type = 'view' WHERE name = 'op'",
  "INSERT INTO sqlite_master VALUES ('trigger', 'y', 'op', 0, 'CREATE TRIGGER y AFTER INSERT ON op BEGIN DELETE FROM setting; END')",
  "DELETE FROM sqlite_master WHERE name = 'op_state'",
  'PRAGMA user_version = 0',
  'PRAGMA user_version = -5',
].map((edit) => `PRAGMA writable_schema = ON; ${edit}`);

/** Tables, columns and indexes that compute, and what would reach out of the file. */
const ADDED = [
  "CREATE TRIGGER reach_1 AFTER INSERT ON op BEGIN SELECT load_extension('evil.bin'); END",
  "CREATE TRIGGER reach_2 AFTER INSERT ON op BEGIN SELECT writefile('evil.bin', 'x'); END",
  "CREATE VIEW reach_3 AS SELECT load_extension('evil.bin')",
  'CREATE TABLE more_1 (x TEXT DEFAULT (randomblob(1000000)))',
  'CREATE TABLE more_2 (x TEXT CHECK (length(hex(zeroblob(1000000))) > 0))',
  'CREATE INDEX more_3 ON op (hex(waybill))',
  'ALTER TABLE op ADD COLUMN more_4 TEXT',
];

const CRAFTED = [...TRIGGERS, ...DISGUISED, ...VIEWS, ...REPLACED, ...SCHEMA_EDITS, ...ADDED];

/** A sound backup of a desk with one package, to be spoilt. */
function soundBackup() {
  const desk = openDesk();
  desk.save('1', 'ZT1000001');
  const backup = join(temporaryFolder(), 'sound.db');
  writeBackup(desk.database, backup);
  desk.crash();
  return { backup, dataDir: desk.dataDir, nowMs: desk.clock.now() };
}

describe('A backup somebody has put a program into', () => {
  it(`is refused in ${CRAFTED.length} ways, and the folder stays as it is; untouched it is taken`, () => {
    const { backup, dataDir, nowMs } = soundBackup();
    expect(CRAFTED.length).toBeGreaterThanOrEqual(100);
    const before = readdirSync(dataDir).toSorted();
    for (const [n, sql] of CRAFTED.entries()) {
      const crafted = join(temporaryFolder(), `crafted-${n}.db`);
      copyFileSync(backup, crafted);
      const file = new SqliteDatabase(crafted);
      file.unsafeMode();
      file.exec(sql);
      file.close();
      expect(checkBackup(crafted), sql).toMatchObject({ ok: false, error: { code: 'restore-failed' } });
      expect(restoreBackup({ backup: crafted, dataDir, nowMs }), sql).toMatchObject({ ok: false });
      expect(readdirSync(dataDir).toSorted(), sql).toEqual(before);
    }
    expect(checkBackup(backup)).toMatchObject({ ok: true, value: { packages: 1 } });
    expect(restoreBackup({ backup, dataDir, nowMs }).ok).toBe(true);
    expect(readdirSync(dataDir)).toContain(DATABASE_FILE);
  }, 120_000);

  it('is refused as well where it is no database, half of one, or lies about its version', () => {
    const { backup } = soundBackup();
    const bytes = readFileSync(backup);
    const file = join(temporaryFolder(), 'foreign.db');
    const contents = [
      '',
      'SQLite format 3\0',
      'PK\u0003\u0004',
      bytes.subarray(0, bytes.length / 2),
      bytes.subarray(4_096),
    ];
    for (const content of contents) {
      writeFileSync(file, content);
      expect(checkBackup(file)).toMatchObject({ ok: false, error: { code: 'restore-failed' } });
    }
    for (const version of [0, 1, 999]) {
      copyFileSync(backup, file);
      const lying = new SqliteDatabase(file);
      lying.pragma(`user_version = ${version}`);
      lying.close();
      expect(checkBackup(file).ok, String(version)).toBe(false);
    }
  });
});
