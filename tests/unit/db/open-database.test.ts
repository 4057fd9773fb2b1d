import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Migration, migrations } from '../../../electron/services/db/migrations/index.ts';
import { DATABASE_FILE, openDatabase } from '../../../electron/services/db/open.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'open-'));

function open(dataDir: string, steps?: readonly Migration[]) {
  const opened = openDatabase({
    dataDir,
    nowMs: Date.parse('2026-11-21T10:00:00Z'),
    ...(steps ? { migrations: steps } : {}),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** What a pragma answers now. */
const pragma = (database: ReturnType<typeof open>['database'], name: string): unknown =>
  database.pragma(name, { simple: true });

describe('opening a data folder', () => {
  it('keeps every commit through a power cut: FULL after the first write and after opening again', () => {
    const dir = folder();
    const first = open(dir);
    expect(pragma(first.database, 'synchronous')).toBe(2);
    first.database.close();
    const again = open(dir);
    expect(pragma(again.database, 'synchronous')).toBe(2);
    expect(pragma(again.database, 'journal_mode')).toBe('wal');
    expect(pragma(again.database, 'locking_mode')).toBe('exclusive');
    expect(pragma(again.database, 'foreign_keys')).toBe(1);
    expect(pragma(again.database, 'secure_delete')).toBe(1);
    again.database.close();
  });

  it('starts a new epoch each time', () => {
    const dir = folder();
    const first = open(dir);
    first.database.close();
    const second = open(dir);
    expect(second.epoch).toBe(first.epoch + 1);
    second.database.close();
  });

  it('lets only one holder in, and the next one as soon as it is gone', () => {
    const dir = folder();
    const holder = open(dir);
    expect(openDatabase({ dataDir: dir, nowMs: 0 })).toEqual({ ok: false, error: { code: 'data-folder-in-use', dir } });
    holder.database.close();
    open(dir).database.close();
  });

  it('is for its user only', () => {
    const dir = join(folder(), 'data');
    open(dir).database.close();
    expect(statSync(dir).mode & 0o077).toBe(0);
    expect(statSync(join(dir, DATABASE_FILE)).mode & 0o077).toBe(0);
  });

  it('does not open a file that is no database, and leaves it as it is', () => {
    const dir = folder();
    writeFileSync(join(dir, DATABASE_FILE), 'x'.repeat(8192));
    const opened = openDatabase({ dataDir: dir, nowMs: 0 });
    expect(opened).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
    expect(statSync(join(dir, DATABASE_FILE)).size).toBe(8192);
  });

  it('finds flipped bytes that still make a table, and a trigger that is gone', () => {
    const flipped = folder();
    open(flipped).database.close();
    const file = join(flipped, DATABASE_FILE);
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain('ended_at_ms');
    writeFileSync(file, bytes.replace('ended_at_ms', 'endfd_at_ms'), 'latin1');
    const gone = folder();
    const { database } = open(gone);
    database.exec('DROP TRIGGER op_state_recounts');
    database.close();
    for (const dataDir of [flipped, gone])
      expect(openDatabase({ dataDir, nowMs: 0 })).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
  });

  it('finds damage inside a file', () => {
    const dir = folder();
    const { database } = open(dir);
    const insert = database.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
    for (let index = 0; index < 500; index += 1) insert.run(`key-${index}`, '"'.padEnd(300, 'v'));
    database.pragma('wal_checkpoint(TRUNCATE)');
    const rootPage = database
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'setting'")
      .pluck()
      .get() as number;
    const pageSize = pragma(database, 'page_size') as number;
    database.close();
    const file = join(dir, DATABASE_FILE);
    const bytes = Buffer.from(readFileSync(file));
    bytes.fill(0xff, (rootPage - 1) * pageSize, rootPage * pageSize);
    writeFileSync(file, bytes);
    expect(openDatabase({ dataDir: dir, nowMs: 0 })).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
  });

  it('says that a place where a file stands is no folder to write to', () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(openDatabase({ dataDir: file, nowMs: 0 })).toMatchObject({
      ok: false,
      error: { code: 'data-folder-read-only' },
    });
  });
});

describe('upgrading a data folder', () => {
  const one: Migration = { version: 1, sql: `${migrations[0]?.sql ?? ''}` };
  const two: Migration = {
    version: 2,
    sql: 'CREATE TABLE newcomer (id INTEGER PRIMARY KEY) STRICT; INSERT INTO newcomer VALUES (1);',
  };
  const broken: Migration = {
    version: 2,
    sql: 'CREATE TABLE newcomer (id INTEGER PRIMARY KEY) STRICT; SELECT no_such_function();',
  };

  it('backs the old file up first, then lands as a whole', () => {
    const dir = folder();
    open(dir, [one]).database.close();
    const { database } = open(dir, [one, two]);
    expect(database.prepare('SELECT count(*) FROM newcomer').pluck().get()).toBe(1);
    expect(pragma(database, 'user_version')).toBe(2);
    expect(readdirSync(join(dir, 'backups'))).toEqual([expect.stringMatching(/^before-upgrade-v1-/)]);
    database.close();
  });

  it('leaves the old version usable when a step fails', () => {
    const dir = folder();
    open(dir, [one]).database.close();
    expect(() => openDatabase({ dataDir: dir, nowMs: 0, migrations: [one, broken] })).toThrow();
    const { database } = open(dir, [one]);
    expect(pragma(database, 'user_version')).toBe(1);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'newcomer'").pluck().get()).toBe(0);
    database.close();
  });

  it('refuses a file of a newer app and does not touch it', () => {
    const dir = folder();
    open(dir, [one, two]).database.close();
    expect(openDatabase({ dataDir: dir, nowMs: 0, migrations: [one] })).toEqual({
      ok: false,
      error: { code: 'database-newer', fileVersion: 2, appVersion: 1 },
    });
    mkdirSync(join(dir, 'backups'), { recursive: true });
    open(dir, [one, two]).database.close();
  });

  it('numbers its steps without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });
});
