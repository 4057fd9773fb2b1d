import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RecoveryReport, RecoveryReportSchema } from '../../../shared/contract/care.ts';

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
