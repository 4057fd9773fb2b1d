import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { RecoveryCause } from '../../../shared/contract/care.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { DATABASE_FILE, type OpenedDatabase, openDatabase } from '../db/open.ts';
import { markClosed, markOpen } from '../db/run-mark.ts';
import { moveDatabase } from '../db/side-files.ts';
import { storageProblemOrThrow } from '../db/storage-problem.ts';
import { BACKUP_FOLDER, type BackupFile, listBackups } from '../db/backup-files.ts';
import { isInUse, putInPlace } from './restore-backup.ts';
import { readRestoreNote, writeRestoreNote } from './restore-note.ts';

export type Rescue = {
  readonly dataDir: string;
  readonly nowMs: number;
  /** Folder the damaged files are moved into. */
  readonly keptIn: string;
  readonly cause: RecoveryCause;
  readonly detail: string;
  /** Only a full check or the app itself found the damage: backups made since have it too, and pass the quick check. */
  readonly hidden?: boolean;
};

/** Held by the system while a rescue runs, so that two doors opened at once do not both begin one. */
const LOCK_FILE = 'rescue.lock';

/** Moves what is there aside and opens the newest backup that is good, or a new database where there is no backup. */
export function rescue(options: Rescue): Result<OpenedDatabase, Problem> {
  const { dataDir } = options;
  let lock: Database | undefined;
  try {
    lock = new SqliteDatabase(join(dataDir, LOCK_FILE), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    if (isInUse(join(dataDir, DATABASE_FILE))) return err({ code: 'data-folder-in-use', dir: dataDir });
    const opened = replace(options);
    if (opened.ok) markOpen(dataDir);
    return opened;
  } catch (error) {
    return err(storageProblemOrThrow(error, dataDir));
  } finally {
    lock?.close();
  }
}

/** Each backup is tried once, newest first; hidden damage: those that pass a full check before all others. */
function replace({
  dataDir,
  nowMs,
  keptIn,
  cause: found,
  detail,
  hidden = false,
}: Rescue): Result<OpenedDatabase, Problem> {
  const cause = readRestoreNote(dataDir)?.cause ?? found;
  const backups = mostTrusted(listBackups(dataDir), nowMs);
  const note = { cause, atMs: nowMs, detail, keptIn };
  const tries = (hidden ? [true, false] : [false]).flatMap((full) =>
    [...backups.entries()].map(([refused, { name }]) => ({ full, refused, name })),
  );
  for (const { full, refused, name } of tries) {
    const backup = join(dataDir, BACKUP_FOLDER, name);
    const placed = putInPlace({ backup, dataDir, full, note: { ...note, backup: name, refused } });
    if (!placed.ok && !isNoGood(placed.error)) return placed;
    if (!placed.ok) continue;
    const opened = openDatabase({ dataDir, nowMs });
    if (opened.ok || !isNoGood(opened.error)) return opened;
  }
  if (backups.length > 0) return err({ code: 'no-good-backup', count: backups.length, detail: detail.slice(0, 300) });
  writeRestoreNote(dataDir, { ...note, backup: null, refused: 0 });
  moveDatabase(join(dataDir, DATABASE_FILE), keptIn);
  markClosed(dataDir);
  return openDatabase({ dataDir, nowMs });
}

/**
 * Newest first, but what is dated more than a day ahead last: a clock that was wrong once must not put a backup of then
 * before all later ones.
 */
const mostTrusted = (backups: readonly BackupFile[], nowMs: number): readonly BackupFile[] => {
  const isAhead = ({ atMs }: BackupFile): boolean => atMs > nowMs + DAY_MS;
  return [...backups.filter((backup) => !isAhead(backup)), ...backups.filter(isAhead)];
};

const isNoGood = ({ code }: Problem): boolean =>
  code === 'restore-failed' || code === 'database-damaged' || code === 'database-newer';
