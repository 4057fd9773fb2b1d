import type { Database } from 'better-sqlite3';
import type { Tidied } from '../../../shared/contract/care.ts';
import { SCAN_DAYS } from '../../../shared/contract/scans.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Photos } from '../photos/photos.ts';
import type { EvidenceStore } from '../outbox/store/evidence-store.ts';
import type { ScanLog } from '../scans/scan-log-store.ts';

/** So few at a time that no scan waits for them. */
const SLICE = 200;

/** Lets go of what is older, by the believed time, than the settings say it is kept, a slice at a time, with a turn for everybody else between. */
export type TidyUp = (round: { readonly nowMs: number; readonly believedMs: number }) => Promise<Tidied>;

/** Nothing of an open package goes: the database itself refuses that. What went is overwritten, also in the log file. */
export function createTidyUp(deps: {
  readonly database: Database;
  readonly audit: Pick<AuditLog, 'append' | 'forgetBefore'>;
  readonly evidence: Pick<EvidenceStore, 'forget'>;
  readonly scanLog: Pick<ScanLog, 'forgetBefore'>;
  readonly photos: Pick<Photos, 'forgetBefore'>;
  readonly settings: { readonly get: () => Settings };
}): TidyUp {
  const { database, audit, evidence, scanLog, photos, settings } = deps;
  return async ({ nowMs, believedMs }) => {
    const gone = { packages: 0, entries: 0, scans: 0, photos: 0 };
    const before = (days: number): number => believedMs - days * DAY_MS;
    const kept = settings.get();
    for (let after: number | null = 0; after !== null && database.open; await turn()) {
      const { ops, next } = evidence.forget({ beforeMs: before(kept['retention.attemptDays']), after, limit: SLICE });
      gone.packages += ops;
      after = next;
    }
    gone.entries = await inSlices(database, (most) => audit.forgetBefore(before(kept['retention.auditDays']), most));
    gone.scans = await inSlices(database, (most) => scanLog.forgetBefore(before(SCAN_DAYS), most));
    gone.photos = await inSlices(database, (most) => photos.forgetBefore(before(kept['retention.photoDays']), most));
    if (gone.packages + gone.entries + gone.scans + gone.photos === 0 || !database.open) return gone;
    audit.append({ atMs: nowMs, actor: 'system', action: 'retention.applied', subject: 'system', detail: gone });
    // Pages as they were before still stand in the write-ahead log.
    database.pragma('wal_checkpoint(TRUNCATE)');
    return gone;
  };
}

/** Forgets until a slice is not full any more; returns how many went. */
async function inSlices(database: Database, forget: (most: number) => number | Promise<number>): Promise<number> {
  let gone = 0;
  for (let more = true; more && database.open; await turn()) {
    const slice = await forget(SLICE);
    gone += slice;
    more = slice === SLICE;
  }
  return gone;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
