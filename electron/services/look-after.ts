import type { Database } from 'better-sqlite3';
import type { Alarm } from '../../shared/contract/care.ts';
import type { AuditHeads } from './audit/audit-heads.ts';
import type { AuditLog } from './audit/audit-log.ts';
import { alarmsOf } from './care/alarms.ts';
import { type Caretaker, createCaretaker } from './care/caretaker.ts';
import type { DiskRoom } from './care/disk-room.ts';
import { createTidyUp } from './care/tidy-up.ts';
import type { EventHub } from './events.ts';
import { createDoubtAges } from './outbox/doubt-ages.ts';
import type { UnreadStore } from './orders/unread-store.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Photos } from './photos/photos.ts';
import type { HostPorts } from './ports.ts';
import { readRecoveryReport } from './recovery/recovery-report.ts';
import type { ScanLog } from './scans/scan-log-store.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import { inTurns } from './db/steps.ts';

type Deps = {
  readonly ports: HostPorts;
  readonly database: Database;
  readonly events: EventHub;
  readonly outbox: Outbox;
  readonly audit: AuditLog;
  readonly heads: AuditHeads;
  readonly scanLog: ScanLog;
  readonly room: DiskRoom;
  readonly photos: Pick<Photos, 'forgetBefore'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly unread: Pick<UnreadStore, 'count'>;
};

/** The caretaker with everything it checks, and what somebody has to know about the data. */
export function lookAfter(deps: Deps): { readonly caretaker: Caretaker; readonly alarms: () => readonly Alarm[] } {
  const { ports, database, outbox, audit, heads, scanLog, room } = deps;
  const caretaker = createCaretaker({
    ...deps,
    tidyUp: createTidyUp({ ...deps, evidence: { forget: outbox.forgetEvidence } }),
    lastScanAtMs: () => Date.parse(scanLog.newest({ limit: 1 })[0]?.at ?? '') || 0,
    checks: [
      async () => (await inTurns(audit.verify())).detail || heads.check() || '',
      () => (outbox.conservation().balanced ? '' : 'conservation'),
      async () => told('scan journal', (await inTurns(outbox.verifyJournal())).missingOps),
      async () => told('payloads', (await inTurns(outbox.verifyPayloads())).damaged),
    ],
  });
  const ages = createDoubtAges(database);
  return {
    caretaker,
    alarms: () => {
      const nowMs = ports.clock.now();
      const { old, urgent } = ages(nowMs);
      const report = readRecoveryReport(ports.dataDir);
      return alarmsOf({
        record: caretaker.record(),
        freeBytes: room.freeBytes(),
        recovered: report !== null && report.acknowledged === null,
        // Without a network nothing can be looked up, and the page says so itself.
        doubt: { old: outbox.connectivity().online ? old : 0, urgent },
        unread: deps.unread.count(),
        nowMs,
      });
    },
  };
}

const told = (what: string, count: number): string => (count === 0 ? '' : `${what}: ${count}`);
