import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FailedRestore,
  type RecoveryReport,
  RecoveryReportSchema,
  type ToldCause,
} from '../../../shared/contract/care.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { causeTold } from '../../../shared/messages/describe-recovery.ts';
import { backupMoment } from '../db/backup-files.ts';

/** Beside the database, so that it outlives the next damage. */
const REPORT_FILE = 'recovery.json';

/** The newest recovery of a data folder; null where there was none, or its report cannot be read. */
export function readRecoveryReport(dataDir: string): RecoveryReport | null {
  const file = join(dataDir, REPORT_FILE);
  if (!existsSync(file)) return null;
  try {
    const report = RecoveryReportSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return report.success ? report.data : null;
  } catch {
    return null;
  }
}

/** Packages that are in the journal and not in the database, and that somebody has been told of and acknowledged. */
export function leftOutOf(report: RecoveryReport | null): RecoveryReport['leftOut'] {
  if (report === null) return { unplaced: 0, unreadable: 0 };
  const { unplaced, unreadable, leftOut, acknowledged } = report;
  return acknowledged === null ? leftOut : { unplaced, unreadable };
}

/** Replaces the report as a whole. */
export function writeRecoveryReport(dataDir: string, report: RecoveryReport): void {
  const file = join(dataDir, REPORT_FILE);
  writeFileSync(`${file}.new`, JSON.stringify(report, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** A backup as it is told: by its name, and its moment where the name says it. */
export function backupTold(name: string): NonNullable<RecoveryReport['backup']> {
  const atMs = backupMoment(name);
  return { name, at: atMs === null ? null : isoFromMs(atMs) };
}

/** What the people of a data folder have still to be told; null where an admin has read it all. */
export function untoldCause(dataDir: string): ToldCause | null {
  const report = readRecoveryReport(dataDir);
  return report === null || report.acknowledged !== null ? null : causeTold(report);
}

/**
 * Notes that a restore did not take place and nothing was changed. An earlier recovery nobody has read about yet stays in
 * the report. Where there is no room for it, only the log tells: the desk opens all the same.
 */
export function noteFailedRestore(dataDir: string, failed: FailedRestore): void {
  const before = readRecoveryReport(dataDir);
  const isUnread = before?.acknowledged === null && before.cause !== 'not-restored';
  const base = isUnread ? before : { ...nothingToTell(before), at: failed.at, cause: 'not-restored' as const };
  try {
    writeRecoveryReport(dataDir, { ...base, leftOut: leftOutOf(before), failed, acknowledged: null });
  } catch {
    // Told or not, the data is as it was.
  }
}

/** Of a report that was read only what the counts of the outbox and the next start go by. */
const nothingToTell = (read: RecoveryReport | null) => ({
  ...NOTHING_RECOVERED,
  ...(read === null ? {} : { unplaced: read.unplaced, unreadable: read.unreadable, journalTo: read.journalTo }),
});

const NOTHING_RECOVERED = {
  ...{ detail: '', backup: null, refused: 0, keptIn: null, restored: 0, fromJournal: 0, inDoubt: 0 },
  ...{ unplaced: 0, waybills: [], unreadable: 0, copied: false, shops: [], journalTo: 0 },
};
