import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { Alarm } from '../../../shared/contract/care.ts';
import type { SystemStatus } from '../../../shared/contract/system.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { AuditHeads } from '../audit/audit-heads.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { mayHoldBackup } from '../db/backup-target.ts';
import { writeBackup } from '../db/backup.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Photos } from '../photos/photos.ts';
import type { HostPorts } from '../ports.ts';
import { readRecoveryReport, untoldCause } from '../recovery/recovery-report.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { ShiftStore } from '../shift/shift-store.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import { verifyData } from '../system/verify-data.ts';
import type { FileStore } from '../web/file-store.ts';

type Deps = {
  readonly ports: HostPorts;
  readonly database: Database;
  readonly audit: AuditLog;
  readonly heads: AuditHeads;
  readonly outbox: Outbox;
  readonly settings: SettingsStore;
  readonly shops: ShopStore;
  readonly files: FileStore;
  readonly shifts: Pick<ShiftStore, 'running'>;
  readonly photos: Pick<Photos, 'check'>;
  /** How far this machine's clock is off, in seconds; null before a platform told its time. */
  readonly clockSkewSeconds: () => number | null;
  readonly alarms: () => readonly Alarm[];
};

/** Answers `system.*`. */
export function systemHandlers(deps: Deps): Handlers<AppContract>['system'] {
  const { ports, database, audit, settings, files } = deps;
  return {
    info: () =>
      ok({
        version: ports.appVersion,
        features: { ...ports.features, pdf: ports.pagePdf !== undefined },
        // A desk whose settings were lost is not a new one: who opens it has to read what happened.
        firstRun: !settings.get()['ui.languageChosen'] && readRecoveryReport(ports.dataDir) === null,
        recovered: untoldCause(ports.dataDir),
        vault: { available: ports.cipher.available, backend: ports.cipher.name },
      }),
    status: () => ok(systemStatus(deps)),
    pagePdf: async ({ name }) => {
      const bytes = (await ports.pagePdf?.()) ?? null;
      return bytes === null ? err({ code: 'pdf-failed' }) : ok({ fileId: files.put({ name, bytes }) });
    },
    verify: async () => ok({ ...(await verifyData(deps)), photos: await deps.photos.check() }),
    backup: ({ file }, { operator }) => {
      const target = isAbsolute(file) ? file : resolve(file);
      if (!mayHoldBackup(target, ports.dataDir)) return err({ code: 'backup-failed', detail: target.slice(0, 300) });
      try {
        writeBackup(database, target);
      } catch (error) {
        return err({ code: 'backup-failed', detail: error instanceof Error ? error.message.slice(0, 300) : '' });
      }
      audit.append({
        atMs: ports.clock.now(),
        actor: operator,
        action: 'backup.written',
        subject: 'system',
        detail: {},
      });
      return ok({ file: target, bytes: statSync(target).size });
    },
  };
}

function systemStatus(deps: Deps): SystemStatus {
  const { outbox, shops, ports } = deps;
  const list = shops.list();
  const pulled = list.flatMap((shop) => (shop.pulledAtMs === null ? [] : [shop.pulledAtMs]));
  const counts = outbox.counts();
  const { online, sinceMs } = outbox.connectivity();
  return {
    network: {
      online,
      since: sinceMs === null ? null : isoFromMs(sinceMs),
      ordersAsOf: pulled.length === 0 ? null : isoFromMs(Math.min(...pulled)),
    },
    outbox: counts,
    conservation: outbox.conservation(),
    shops: list.map((shop) => ({
      id: shop.id,
      name: shop.name,
      platform: shop.platform,
      training: shop.training,
      paused: shop.paused,
      gate: outbox.gateOf(shop.id),
      plainHttp: shop.plainHttp,
    })),
    clockSkewSeconds: deps.clockSkewSeconds(),
    shiftRunning: deps.shifts.running() !== null,
    alarms: [...deps.alarms()],
    today: outbox.savedSince(new Date(ports.clock.now()).setHours(0, 0, 0, 0)),
  };
}
