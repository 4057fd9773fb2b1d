import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { backUpBeforeUpgrade } from './backup.ts';
import { foreignSchema } from './foreign-schema.ts';
import { migrate, refuseNewer, schemaVersion } from './migrate.ts';
import { storageProblemOrThrow } from './storage-problem.ts';
import { type Migration, migrations as allMigrations } from './migrations/index.ts';

/** File names inside a data folder. */
export const DATABASE_FILE = 'dispatch-desk.db';
/** Holds only what can be built again from the database. */
export const SEARCH_FILE = 'search.db';
export const JOURNAL_FILE = 'scans.journal';

/** Oldest SQLite without the WAL-reset corruption bug (RELIABILITY F6). */
const MIN_SQLITE = [3, 51, 3] as const;

/** Set before the first look at a file that may be damaged or none of ours; nothing of it changes the file. */
const LOOK_FIRST = [
  'locking_mode = EXCLUSIVE',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
] as const;

/** The opening recipe of RELIABILITY 6b; order matters: the exclusive lock comes before WAL. */
const RECIPE = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'wal_autocheckpoint = 1000',
  'journal_size_limit = 67108864',
] as const;

export type OpenedDatabase = { readonly database: Database; readonly epoch: number };

/**
 * Opens the one database of a data folder, upgrades it, checks it and starts a new epoch.
 * Errors: the folder is in use by another process, read-only or full; the file is damaged or from a newer app.
 */
export function openDatabase(options: {
  readonly dataDir: string;
  readonly nowMs: number;
  readonly migrations?: readonly Migration[];
}): Result<OpenedDatabase, Problem> {
  const { dataDir, nowMs, migrations = allMigrations } = options;
  const file = join(dataDir, DATABASE_FILE);
  let database: Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK);
    if (existsSync(file)) {
      accessSync(file, constants.W_OK);
      const newer = refuseNewer(file, migrations.length);
      if (newer !== null) return err(newer);
    }
    database = new SqliteDatabase(file, { timeout: 0 });
    for (const pragma of LOOK_FIRST) database.pragma(pragma);
    // Takes the lock at once, and writes nothing: a damaged file is moved aside as it was found.
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    const damage = damageOf(database, migrations);
    if (damage !== null) return closing(database, { code: 'database-damaged', detail: damage });
    for (const pragma of RECIPE) database.pragma(pragma);
    chmodSync(file, 0o600);
    const migrated = migrate(database, migrations, (from) =>
      backUpBeforeUpgrade({ database: database as Database, dataDir, from, nowMs }),
    );
    if (!migrated.ok) return closing(database, migrated.error);
    const epoch = startEpoch(database, nowMs);
    assertRecipe(database);
    return ok({ database, epoch });
  } catch (error) {
    database?.close();
    return err(storageProblemOrThrow(error, dataDir));
  }
}

function damageOf(database: Database, migrations: readonly Migration[]): string | null {
  const check = String(database.pragma('quick_check(1)', { simple: true }));
  if (check !== 'ok') return check.slice(0, 300);
  if (isForeign(database)) return 'a database of another program';
  const foreign = foreignSchema(database, schemaVersion(database), migrations);
  return foreign === null ? null : `not as this app makes it: ${foreign}`.slice(0, 300);
}

/** A sound database of another program: it has tables, and ours are not among them. */
function isForeign(database: Database): boolean {
  const count = (where: string): number =>
    Number(database.prepare(`SELECT count(*) FROM sqlite_master WHERE type = 'table' AND ${where}`).pluck().get());
  return schemaVersion(database) === 0 ? count('1') > 0 : count("name IN ('op', 'op_state', 'audit', 'epoch')") < 4;
}

function startEpoch(database: Database, nowMs: number): number {
  const insert = database.prepare<[number], { epoch: number }>(
    'INSERT INTO epoch (started_at_ms) VALUES (?) RETURNING epoch',
  );
  return (insert.get(nowMs) as { epoch: number }).epoch;
}

/** Read back after the first write: before it, `synchronous` may still answer 2 and then drop to 1 (RELIABILITY F1). */
function assertRecipe(database: Database): void {
  const synchronous = database.pragma('synchronous', { simple: true });
  const journal = database.pragma('journal_mode', { simple: true });
  const version = (database.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version;
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
  if (journal !== 'wal') throw new Error(`journal_mode is ${String(journal)}, not wal`);
  if (isOlder(version)) throw new Error(`SQLite ${version} is older than ${MIN_SQLITE.join('.')}`);
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of MIN_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}

function closing(database: Database | undefined, problem: Problem): Result<never, Problem> {
  database?.close();
  return err(problem);
}
