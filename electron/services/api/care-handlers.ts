import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { HostPorts } from '../ports.ts';
import { readRecoveryReport, writeRecoveryReport } from '../recovery/recovery-report.ts';

type Deps = {
  readonly ports: Pick<HostPorts, 'dataDir' | 'clock'>;
  readonly audit: AuditLog;
  readonly events: Pick<EventHub, 'emit'>;
};

/** Answers `care.*`. */
export function careHandlers({ ports, audit, events }: Deps): Handlers<AppContract>['care'] {
  const { dataDir, clock } = ports;
  return {
    recovery: () => ok({ report: readRecoveryReport(dataDir) }),
    acknowledge: (_input, { operator }) => {
      const report = readRecoveryReport(dataDir);
      if (report === null || report.acknowledged !== null) return ok({ report });
      const atMs = clock.now();
      const acknowledged = { ...report, acknowledged: { at: isoFromMs(atMs), by: operator } };
      audit.append({
        ...{ atMs, actor: operator, action: 'recovery.acknowledged', subject: 'system' },
        detail: { of: report.at, cause: report.cause, unplaced: report.unplaced },
      });
      writeRecoveryReport(dataDir, acknowledged);
      events.emit('status.changed', []);
      return ok({ report: acknowledged });
    },
  };
}
