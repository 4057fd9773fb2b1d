import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { DATABASE_FILE } from './open.ts';
import { storageProblemOrThrow } from './storage-problem.ts';

/** Stands in a data folder from a restore until the next start has re-entered what was open (RELIABILITY I-12). */
const RESTORED_MARK = 'restored';
const SIDE_FILES = ['', '-wal', '-shm'] as const;

/**
 * Puts a backup in the place of the database of a folder that no process has open. The backup is copied and the copy is
 * checked before anything changes; the old files are kept in a folder beside it. The scan journal stays, so that what
 * was saved after the backup comes back, in doubt, at the next start.
 * Errors: in use, read-only, full; `restore-failed` for a backup that is damaged or none; `database-newer`.
 */
export function restoreBackup(options: {
  readonly backup: string;
  readonly dataDir: string;
  readonly nowMs: number;
}): Result<{ readonly keptIn: string }, Problem> {
  const { backup, dataDir, nowMs } = options;
  const copy = join(dataDir, `${DATABASE_FILE}.restoring`);
  try {
    if (isInUse(join(dataDir, DATABASE_FILE))) return err({ code: 'data-folder-in-use', dir: dataDir });
    copyFileSync(backup, copy);
    chmodSync(copy, 0o600);
    const sound = checkBackup(copy);
    if (!sound.ok) return sound;
    const keptIn = join(dataDir, 'backups', `before-restore-${new Date(nowMs).toISOString().replace(/[:.]/g, '-')}`);
    mkdirSync(keptIn, { recursive: true, mode: 0o700 });
    writeFileSync(join(dataDir, RESTORED_MARK), '', { mode: 0o600 });
    for (const suffix of SIDE_FILES) {
      const old = join(dataDir, `${DATABASE_FILE}${suffix}`);
      if (existsSync(old)) renameSync(old, join(keptIn, `${DATABASE_FILE}${suffix}`));
    }
    renameSync(copy, join(dataDir, DATABASE_FILE));
    return ok({ keptIn });
  } catch (error) {
    return err(storageProblemOrThrow(error, dataDir));
  } finally {
    for (const suffix of SIDE_FILES) rmSync(`${copy}${suffix}`, { force: true });
  }
}

/** True while the database was restored and has not been re-entered since. */
export const isRestored = (dataDir: string): boolean => existsSync(join(dataDir, RESTORED_MARK));

/** To be called once everything that was open has been re-entered. */
export const forgetRestored = (dataDir: string): void => rmSync(join(dataDir, RESTORED_MARK), { force: true });

function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(file, { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    // A damaged file is what a restore is for; only another process's lock stands in the way.
    return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
  } finally {
    database?.close();
  }
}

/** Reads a file from outside: nothing in its schema is trusted and nothing is written (RELIABILITY B7). */
function checkBackup(file: string): Result<null, Problem> {
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(file, { readonly: true });
    for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0']) database.pragma(pragma);
    const fileVersion = schemaVersion(database);
    if (fileVersion > migrations.length)
      return err({ code: 'database-newer', fileVersion, appVersion: migrations.length });
    const check = String(database.pragma('quick_check(1)', { simple: true }));
    const tables = database
      .prepare("SELECT count(*) AS found FROM sqlite_master WHERE name IN ('op', 'op_state')")
      .get();
    if (check !== 'ok') return failed(check);
    return fileVersion === 0 || (tables as { found: number }).found !== 2 ? failed('not a backup') : ok(null);
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'unreadable');
  } finally {
    database?.close();
  }
}

const failed = (detail: string): Result<never, Problem> =>
  err({ code: 'restore-failed', detail: detail.slice(0, 300) });
