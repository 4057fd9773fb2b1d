import type { RecoveryReport } from '../../../shared/contract/care.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { markFolder } from './folder-mark.ts';
import { backupTold, leftOutOf, readRecoveryReport, writeRecoveryReport } from './recovery-report.ts';
import { forgetRestoreNote, readRestoreNote } from './restore-note.ts';

/** What the outbox and the shops did when everything was entered again. */
export type Reentry = Pick<
  RecoveryReport,
  'restored' | 'fromJournal' | 'inDoubt' | 'unplaced' | 'waybills' | 'unreadable' | 'shops' | 'journalTo'
>;

/** What the log and the shops have to know of a recovery. `by`: who asked for it, empty where nobody did. */
export type Recovered = { readonly copied: boolean; readonly by: string };

/**
 * To be called at every start, before anything is sent: where the database was recovered, `reenter` puts everything
 * open in doubt (`copied`: and stops its shops), and what it came to is written down for the people. Null where nothing was
 * recovered.
 */
export function finishRecovery(dataDir: string, reenter: (found: Recovered) => Reentry): RecoveryReport | null {
  const note = readRestoreNote(dataDir);
  if (note === null) return null;
  const before = readRecoveryReport(dataDir);
  const unread = before?.acknowledged === null ? before : null;
  const entered = reenter(note);
  const report: RecoveryReport = {
    at: isoFromMs(note.atMs),
    cause: note.cause,
    detail: note.detail,
    backup: note.backup === null ? null : backupTold(note.backup),
    refused: note.refused,
    keptIn: note.keptIn,
    leftOut: leftOutOf(before),
    ...entered,
    // What nobody has read yet is still to be done, whatever happened since.
    shops: [...new Set([...(unread?.shops ?? []), ...entered.shops])],
    copied: note.copied || unread?.copied === true,
    failed: null,
    acknowledged: null,
  };
  writeRecoveryReport(dataDir, report);
  if (note.copied) markFolder(dataDir);
  forgetRestoreNote(dataDir);
  return report;
}
