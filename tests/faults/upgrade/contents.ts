import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { createAuditLog } from '../../../electron/services/audit/audit-log.ts';
import { BACKUP_FOLDER, listBackups } from '../../../electron/services/db/backup-files.ts';
import { checkBackup } from '../../../electron/services/db/check-backup.ts';
import { migrations } from '../../../electron/services/db/migrations/index.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { atOnce } from '../../../electron/services/db/steps.ts';
import { openAs } from './old-desk.ts';

/** Every row of every table as text, by table, with the names of the columns it was read by. */
export type Contents = ReadonlyMap<string, { readonly columns: readonly string[]; readonly rows: readonly string[] }>;

/** Reads a folder's database by a connection of its own; `as` reads only what it names. */
export const readContents = (dataDir: string, as?: Contents): Contents =>
  reading(join(dataDir, DATABASE_FILE), (database) => contentsOf(database, as));

/** What an upgraded folder lacks of what it held before; empty when nothing. */
export function harmOf(found: {
  readonly dataDir: string;
  readonly version: number;
  readonly before: Contents;
}): readonly string[] {
  const { dataDir, version, before } = found;
  const head = migrations.length;
  const inFile = reading(join(dataDir, DATABASE_FILE), (database) => [
    ...sameRows(before, contentsOf(database, before)),
    database.pragma('integrity_check', { simple: true }) === 'ok' ? '' : 'not sound',
    (database.pragma('foreign_key_check') as unknown[]).length === 0 ? '' : 'references that lead nowhere',
    database.pragma('user_version', { simple: true }) === head ? '' : 'not the newest version',
    schemaOf(database) === newestSchema() ? '' : 'another schema than a new file has',
    atOnce(createAuditLog(database).verify()).ok ? '' : 'a broken audit chain',
  ]);
  const copies = listBackups(dataDir).filter(({ name }) => name.startsWith(`before-upgrade-v${version}-`));
  const good = copies.filter(({ name }) => isCopyOf(join(dataDir, BACKUP_FOLDER, name), version, before));
  const half =
    version === head ? [] : readdirSync(join(dataDir, BACKUP_FOLDER)).filter((name) => !name.endsWith('.db'));
  return [
    ...inFile,
    version === head || good.length > 0 ? '' : 'no good copy from before the upgrade',
    copies.length === good.length ? '' : 'a copy from before the upgrade that is no good',
    half.length === 0 ? '' : 'a copy that was never finished',
  ].filter((text) => text !== '');
}

function reading<Value>(file: string, read: (database: Database) => Value): Value {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function contentsOf(database: Database, as?: Contents): Contents {
  const tables = as === undefined ? tablesOf(database) : [...as.keys()];
  return new Map(
    tables.map((table) => {
      const columns = as?.get(table)?.columns ?? columnsOf(database, table);
      const rows = database
        .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
        .raw()
        .all();
      return [table, { columns, rows: rows.map((row) => JSON.stringify(row)) }] as const;
    }),
  );
}

/** Each start adds a row to `epoch`, and only there rows may have come on top. */
const sameRows = (before: Contents, after: Contents): readonly string[] =>
  [...before].map(([table, { rows }]) => {
    const now = after.get(table)?.rows ?? [];
    const held = new Set(now);
    const grown = now.length - rows.length;
    return rows.every((row) => held.has(row)) && (grown === 0 || table === 'epoch') ? '' : `rows of ${table}`;
  });

const isCopyOf = (file: string, version: number, before: Contents): boolean =>
  checkBackup(file).ok &&
  reading(file, (database) => {
    const right = database.pragma('user_version', { simple: true }) === version;
    return right && sameRows(before, contentsOf(database, before)).every((text) => text === '');
  });

const tablesOf = (database: Database): readonly string[] =>
  database
    .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();

const columnsOf = (database: Database, table: string): readonly string[] =>
  database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

const schemaOf = (database: Database): string =>
  JSON.stringify(database.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').all());

function newestSchema(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-new-'));
  try {
    openAs(folder, migrations.length).close();
    return reading(join(folder, DATABASE_FILE), schemaOf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
