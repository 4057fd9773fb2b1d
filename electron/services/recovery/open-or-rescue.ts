import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { isWalWhole } from '../db/check-wal.ts';
import { DATABASE_FILE, type OpenedDatabase, openDatabase } from '../db/open.ts';
import { clearSuspect, endedUncleanly, isSuspect, markOpen } from '../db/run-mark.ts';
import { asideFolder, SIDE_FILES } from '../db/side-files.ts';
import { listBackups } from '../db/backup-files.ts';
import { isCopied, isMarked, markFolder } from './folder-mark.ts';
import { readRecoveryReport } from './recovery-report.ts';
import { rescue } from './rescue.ts';
import { endRestore } from './restore-backup.ts';
import { readRestoreNote, writeRestoreNote } from './restore-note.ts';

type Options = {
  readonly dataDir: string;
  readonly nowMs: number;
  /** The newest entry of the scan journal, null where there is none. */
  readonly newestSaved: { readonly id: string; readonly n: number } | null;
  /** How far the record of actions went when that was last noted outside the database. */
  readonly notedAuditSeq?: number;
};

/** Folder of the databases that were found damaged, inside the data folder. */
const DAMAGED_FOLDER = 'damaged';

/**
 * Opens the database of a data folder. One that is damaged, missing beside a scan journal, or older than its journal or
 * write-ahead log say is recovered first (RELIABILITY X12): nothing is deleted, and a note stays in the folder until what
 * was open has been re-entered as in doubt. A folder that was copied is treated like one whose database was recovered, for
 * the other may go on sending the same packages. Errors: those of {@link openDatabase}; `database-damaged` where backups are
 * there and none of them is good.
 */
export function openOrRescue(options: Options): Result<OpenedDatabase, Problem> {
  const { dataDir, nowMs } = options;
  const copied = isCopied(dataDir);
  const opened = openWhatIsThere(options);
  if (opened.ok && copied) noteCopied(dataDir, nowMs);
  else if (opened.ok && !isMarked(dataDir)) markFolder(dataDir);
  return opened;
}

/** The mark itself is renewed once everything open is in doubt; see {@link finishRecovery}. */
function noteCopied(dataDir: string, atMs: number): void {
  const sound = { cause: 'copied', atMs, detail: '', backup: null, refused: 0, keptIn: null } as const;
  writeRestoreNote(dataDir, { ...(readRestoreNote(dataDir) ?? sound), copied: true });
}

function openWhatIsThere(options: Options): Result<OpenedDatabase, Problem> {
  const { dataDir, nowMs } = options;
  const keptIn = asideFolder(join(dataDir, DAMAGED_FOLDER), nowMs);
  endRestore(dataDir, nowMs);
  if (isMissing(options)) return rescue({ dataDir, nowMs, keptIn, cause: 'missing', detail: '' });
  const walLost = lostItsWal(dataDir);
  const aside = walLost ? copyAside(dataDir, keptIn) : null;
  const opened = openDatabase({ dataDir, nowMs });
  if (!opened.ok) {
    const { error } = opened;
    if (error.code !== 'database-damaged') return opened;
    return rescue({ dataDir, nowMs, keptIn, cause: 'damaged', detail: error.detail });
  }
  const suspect = isSuspect(dataDir);
  const changesLost =
    readRestoreNote(dataDir) === null &&
    (walLost || isBehindJournal(opened.value, options) || isBehindLog(opened.value, options));
  if (suspect || changesLost) {
    const detail = String(opened.value.database.pragma('integrity_check(1)', { simple: true }));
    if (detail !== 'ok') {
      opened.value.database.close();
      clearSuspect(dataDir);
      return rescue({ dataDir, nowMs, keptIn, cause: 'damaged', detail: detail.slice(0, 300), hidden: true });
    }
    clearSuspect(dataDir);
    if (changesLost)
      writeRestoreNote(dataDir, {
        cause: 'changes-lost',
        atMs: nowMs,
        detail: '',
        backup: null,
        refused: 0,
        keptIn: aside,
      });
  }
  markOpen(dataDir);
  return opened;
}

/** For a database that was opened and turned out to be damaged; it must be closed by now. */
export function rescueDamaged(found: {
  readonly dataDir: string;
  readonly nowMs: number;
  readonly detail: string;
}): Result<OpenedDatabase, Problem> {
  const keptIn = asideFolder(join(found.dataDir, DAMAGED_FOLDER), found.nowMs);
  return rescue({ ...found, keptIn, cause: 'damaged', hidden: true });
}

/** No database, or an empty file, where there has been one. */
function isMissing({ dataDir, newestSaved, notedAuditSeq = 0 }: Options): boolean {
  const file = join(dataDir, DATABASE_FILE);
  if (existsSync(file) && statSync(file).size > 0) return false;
  return listBackups(dataDir).length > 0 || newestSaved !== null || notedAuditSeq > 0;
}

/** After a run that did not end by itself its write-ahead log must be there and whole. */
function lostItsWal(dataDir: string): boolean {
  const file = join(dataDir, DATABASE_FILE);
  return endedUncleanly(dataDir) && existsSync(file) && !isWalWhole(`${file}-wal`);
}

/** Opening folds the log into the database; what was found is kept as it was. Null where there is no room for it. */
function copyAside(dataDir: string, folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const suffix of SIDE_FILES) {
      const file = join(dataDir, `${DATABASE_FILE}${suffix}`);
      if (existsSync(file)) copyFileSync(file, join(folder, basename(file)));
    }
    return folder;
  } catch {
    return null;
  }
}

/** A line is only ever written behind a commit: a newest line the database does not know means that commits were lost. */
function isBehindJournal({ database }: OpenedDatabase, { dataDir, newestSaved: newest }: Options): boolean {
  if (newest === null || newest.n <= (readRecoveryReport(dataDir)?.journalTo ?? 0)) return false;
  return database.prepare('SELECT 1 FROM op WHERE id = ?').get(newest.id) === undefined;
}

/** The end of the log is noted behind its commit: a log that ends earlier is that of an older database, put here by hand. */
const isBehindLog = ({ database }: OpenedDatabase, { notedAuditSeq = 0 }: Options): boolean =>
  Number(database.prepare('SELECT max(seq) FROM audit').pluck().get() ?? 0) < notedAuditSeq;
