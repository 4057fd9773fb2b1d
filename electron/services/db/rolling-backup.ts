import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { BACKUP_FOLDER, listBackups, PARTIAL, removeHalfMade } from './backup-files.ts';
import { expiredBackups } from './backup-keeping.ts';
import { checkBackupAside } from './check-backup-aside.ts';
import { nameOfMoment, SIDE_FILES } from './side-files.ts';

/** So few pages (of 4 KiB) at a time that no scan waits for them. */
const PAGES_A_SLICE = 64;

/**
 * Writes a dated copy of the open database in slices, with a turn of the event loop between two, checks it as a whole and
 * only then calls it a backup; older ones go by age. Errors: `backup-failed`; then nothing of it stays.
 */
export async function makeRollingBackup(options: {
  readonly database: Database;
  readonly dataDir: string;
  readonly nowMs: number;
}): Promise<Result<{ readonly name: string; readonly bytes: number }, Problem>> {
  const { database, dataDir, nowMs } = options;
  const folder = join(dataDir, BACKUP_FOLDER);
  const name = `desk-${nameOfMoment(nowMs)}.db`;
  const partial = join(folder, `${name}${PARTIAL}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    removeHalfMade(dataDir);
    const flush = flushBeside(partial);
    await database.backup(partial, { progress: () => flush.begin() });
    await flush.end();
    chmodSync(partial, 0o600);
    leaveWal(partial);
    const sound = await checkBackupAside(partial);
    if (!sound.ok) return failed('detail' in sound.error ? sound.error.detail : sound.error.code);
    renameSync(partial, join(folder, name));
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'unknown');
  } finally {
    for (const suffix of SIDE_FILES) if (existsSync(`${partial}${suffix}`)) rmSync(`${partial}${suffix}`);
  }
  for (const { name: old } of expiredBackups(listBackups(dataDir), nowMs)) rmSync(join(folder, old), { force: true });
  return ok({ name, bytes: statSync(join(folder, name)).size });
}

/**
 * Brings what has been copied so far to the disk while the copying goes on: left to its end, the desk would stand still
 * until the whole file is written. The copy's own flush at its end tells of a disk that fails.
 */
function flushBeside(file: string): { readonly begin: () => number; readonly end: () => Promise<void> } {
  let running: Promise<void> | null = null;
  return {
    begin: () => {
      running ??= flushed(file).finally(() => (running = null));
      return PAGES_A_SLICE;
    },
    end: async () => running ?? undefined,
  };
}

async function flushed(file: string): Promise<void> {
  try {
    const handle = await open(file, 'r+');
    try {
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch {
    // Not there yet, or not to be flushed: the end of the copy will say so.
  }
}

/** A backup is one file: opened for reading, it must not need a log beside it. */
function leaveWal(file: string): void {
  const copy = new SqliteDatabase(file, { timeout: 0 });
  try {
    copy.pragma('locking_mode = EXCLUSIVE');
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

const failed = (detail: string): Result<never, Problem> => err({ code: 'backup-failed', detail: detail.slice(0, 300) });
