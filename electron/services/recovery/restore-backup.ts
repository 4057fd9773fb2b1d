import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { type BackupFacts, checkBackup } from '../db/check-backup.ts';
import { DATABASE_FILE, JOURNAL_FILE, SEARCH_FILE } from '../db/open.ts';
import { markClosed } from '../db/run-mark.ts';
import { asideFolder, moveDatabase, SIDE_FILES } from '../db/side-files.ts';
import { storageProblemOrThrow } from '../db/storage-problem.ts';
import { backupTold, noteFailedRestore } from './recovery-report.ts';
import { readRestoreNote, type RestoreNote, writeRestoreNote } from './restore-note.ts';

/** A backup that was found good and has not taken its place yet. */
export const RESTORING_FILE = `${DATABASE_FILE}.restoring`;
/** A backup that is being copied and checked. Never taken for a good one, whatever note of before stands beside it. */
export const COPYING_FILE = `${RESTORING_FILE}.partial`;

/**
 * Puts a backup in the place of the database of a folder that no process has open. The backup is copied and the copy is
 * checked before anything changes; the old files are kept in a folder beside it. The scan journal stays, so that what
 * was saved after the backup comes back, in doubt, at the next start. A backup of another desk counts as a copied folder.
 * Errors: in use, read-only, full; `restore-failed` for a backup that is damaged or none; `database-newer`.
 */
export function restoreBackup(options: {
  readonly backup: string;
  readonly dataDir: string;
  readonly nowMs: number;
  /** Who asked for it; absent where nobody is known. */
  readonly by?: string;
}): Result<{ readonly keptIn: string }, Problem> {
  const { backup, dataDir, nowMs, by = '' } = options;
  if (isInUse(join(dataDir, DATABASE_FILE))) return err({ code: 'data-folder-in-use', dir: dataDir });
  const keptIn = keptFolder(dataDir, nowMs);
  const note = {
    cause: 'restored',
    atMs: nowMs,
    detail: '',
    backup: basename(backup),
    refused: 0,
    keptIn,
    by,
  } as const;
  return putInPlace({ backup, dataDir, note });
}

/** Checks a copy of a backup and, where it is good, lets it take the place of what is there, which is moved aside. */
export function putInPlace(options: {
  readonly backup: string;
  readonly dataDir: string;
  readonly note: RestoreNote & { readonly keptIn: string };
  /** Reads it through as a whole. */
  readonly full?: boolean;
}): Result<{ readonly keptIn: string }, Problem> {
  const { backup, dataDir, note, full = false } = options;
  const copy = join(dataDir, COPYING_FILE);
  let noted = false;
  if (!existsSync(backup)) return err({ code: 'restore-failed', detail: basename(backup) });
  try {
    copyFileSync(backup, copy);
    chmodSync(copy, 0o600);
    const sound = checkBackup(copy, { full });
    if (!sound.ok) return sound;
    flush(copy);
    // Copying and checking takes a while, and a desk may have been opened meanwhile.
    if (isInUse(join(dataDir, DATABASE_FILE))) return err({ code: 'data-folder-in-use', dir: dataDir });
    renameSync(copy, join(dataDir, RESTORING_FILE));
    writeRestoreNote(dataDir, { ...note, copied: note.cause === 'restored' && isFromElsewhere(sound.value, dataDir) });
    noted = true;
    takePlace(dataDir, note.keptIn);
    return ok({ keptIn: note.keptIn });
  } catch (error) {
    return err(storageProblemOrThrow(error, dataDir));
  } finally {
    // Once the note stands the copy is needed: the next start carries out what this one could not.
    forgetCopy(dataDir, { whole: !noted });
  }
}

/** Packages in a backup, and none was ever saved in this folder: they are another desk's, which may go on sending them. */
const isFromElsewhere = ({ packages }: BackupFacts, dataDir: string): boolean =>
  packages > 0 && (statSync(join(dataDir, JOURNAL_FILE), { throwIfNoEntry: false })?.size ?? 0) === 0;

/** Tells the people of a restore they asked for that came to nothing. One that is noted the next start carries out. */
export function tellFailedRestore(asked: {
  readonly dataDir: string;
  readonly backup: string;
  readonly nowMs: number;
  readonly problem: Problem;
}): void {
  const { dataDir, nowMs, problem } = asked;
  if (readRestoreNote(dataDir) !== null) return;
  noteFailedRestore(dataDir, { at: isoFromMs(nowMs), backup: backupTold(basename(asked.backup)), problem });
}

/**
 * Ends a restore that was cut off: with its note the copy is good and takes the place now, without it nothing has
 * changed, the copy goes and the people are told. To be called before the database is opened.
 */
export function endRestore(dataDir: string, nowMs: number): void {
  const note = readRestoreNote(dataDir);
  const isGood = existsSync(join(dataDir, RESTORING_FILE));
  if (!isGood && !existsSync(join(dataDir, COPYING_FILE))) return;
  if (isInUse(join(dataDir, DATABASE_FILE))) return;
  const takesPlace = isGood && note !== null;
  if (takesPlace) takePlace(dataDir, note.keptIn ?? keptFolder(dataDir, nowMs));
  forgetCopy(dataDir, { whole: true });
  if (!takesPlace) noteFailedRestore(dataDir, { at: isoFromMs(nowMs), backup: null, problem: null });
}

const keptFolder = (dataDir: string, nowMs: number): string =>
  asideFolder(join(dataDir, 'backups', 'before-restore'), nowMs);

/** The old log goes before the copy comes: SQLite would take it for the copy's own. */
function takePlace(dataDir: string, keptIn: string): void {
  const file = join(dataDir, DATABASE_FILE);
  moveDatabase(file, keptIn);
  // Built again at the next start: it may know of more than the backup does.
  for (const suffix of SIDE_FILES) rmSync(join(dataDir, `${SEARCH_FILE}${suffix}`), { force: true });
  markClosed(dataDir);
  renameSync(join(dataDir, RESTORING_FILE), file);
}

function forgetCopy(dataDir: string, { whole }: { readonly whole: boolean }): void {
  for (const suffix of SIDE_FILES) rmSync(join(dataDir, `${COPYING_FILE}${suffix}`), { force: true });
  if (whole) rmSync(join(dataDir, RESTORING_FILE), { force: true });
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Whether a process has the database of a folder open now. A damaged one is in nobody's way. Opened for reading only:
 * otherwise closing it would fold in the write-ahead log of a desk that died, and the next start would take it for lost.
 */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false;
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(file, { timeout: 0, readonly: true });
    database.pragma('locking_mode = EXCLUSIVE');
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
  } finally {
    database?.close();
  }
}
