import type { Database } from 'better-sqlite3';
import type { Settings } from '../../../shared/contract/settings.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EvidenceStore } from '../outbox/store/evidence-store.ts';

/** So few at a time that no scan waits for them. */
const SLICE = 200;

/** What a round let go: finished packages whose single calls went, and entries of the audit log. */
export type Tidied = { readonly packages: number; readonly entries: number };

/** Lets go of what is older, by the believed time, than the settings say it is kept, a slice at a time, with a turn for everybody else between. */
export type TidyUp = (round: { readonly nowMs: number; readonly believedMs: number }) => Promise<Tidied>;

/** Nothing of an open package goes: the database itself refuses that. What went is overwritten, also in the log file. */
export function createTidyUp(deps: {
  readonly database: Database;
  readonly audit: Pick<AuditLog, 'append' | 'forgetBefore'>;
  readonly evidence: Pick<EvidenceStore, 'forget'>;
  readonly settings: { readonly get: () => Settings };
}): TidyUp {
  const { database, audit, evidence, settings } = deps;
  return async ({ nowMs, believedMs }) => {
    const gone = { packages: 0, entries: 0 };
    const before = (days: number): number => believedMs - days * DAY_MS;
    const kept = settings.get();
    for (let after: number | null = 0; after !== null && database.open; await turn()) {
      const { ops, next } = evidence.forget({ beforeMs: before(kept['retention.attemptDays']), after, limit: SLICE });
      gone.packages += ops;
      after = next;
    }
    for (let more = true; more && database.open; await turn()) {
      const entries = audit.forgetBefore(before(kept['retention.auditDays']), SLICE);
      gone.entries += entries;
      more = entries === SLICE;
    }
    if (gone.packages + gone.entries === 0 || !database.open) return gone;
    audit.append({ atMs: nowMs, actor: 'system', action: 'retention.applied', subject: 'system', detail: gone });
    // Pages as they were before still stand in the write-ahead log.
    database.pragma('wal_checkpoint(TRUNCATE)');
    return gone;
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
