import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { RecoveryReport } from '../../../shared/contract/care.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Caretaker } from '../care/caretaker.ts';
import { collectDiagnostics, type DiagnosticsFile } from '../care/diagnostics.ts';
import type { DiskRoom } from '../care/disk-room.ts';
import { BACKUP_FOLDER, listBackups } from '../db/backup-files.ts';
import { checkBackup } from '../db/check-backup.ts';
import type { EventHub } from '../events.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { HostPorts } from '../ports.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { readRecoveryReport, writeRecoveryReport } from '../recovery/recovery-report.ts';

type Deps = {
  readonly ports: Pick<HostPorts, 'dataDir' | 'clock' | 'appVersion' | 'features' | 'cipher'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly outbox: Pick<Outbox, 'counts' | 'conservation' | 'journalTo'>;
  readonly database: Database;
  readonly caretaker: Caretaker;
  readonly room: DiskRoom;
  /** Puts a backup in place once this call is answered. */
  readonly restart: (backup: string, by: string) => void;
  readonly audit: AuditLog;
  readonly events: Pick<EventHub, 'emit'>;
};

/** Answers `care.*`. */
export function careHandlers(deps: Deps): Handlers<AppContract>['care'] {
  const { ports, database, caretaker, room } = deps;
  const { dataDir } = ports;
  const savedSince = database.prepare<[number], number>('SELECT count(*) FROM op WHERE created_at_ms > ?').pluck();
  return {
    status: () => {
      const { backupAtMs, backupProblem, checkAtMs, checkFinding, tidiedAtMs, tidied } = caretaker.record();
      return ok({
        folder: dataDir,
        freeMegabytes: Math.floor(room.freeBytes() / 1024 ** 2),
        backup: { at: iso(backupAtMs), problem: backupProblem },
        check: { at: iso(checkAtMs), finding: checkFinding },
        tidied: { at: iso(tidiedAtMs), gone: tidied },
        entries: { journal: deps.outbox.journalTo(), audit: deps.audit.head().seq },
      });
    },
    recovery: () => ok({ report: readRecoveryReport(dataDir) }),
    acknowledge: (_input, { operator }) => acknowledge(deps, operator),
    backups: () => ok(listBackups(dataDir).map(({ atMs, ...backup }) => ({ ...backup, at: isoFromMs(atMs) }))),
    backUpNow: caretaker.backUp,
    inspect: ({ name }) => {
      const backup = find(dataDir, name);
      if (!backup.ok) return backup;
      const facts = checkBackup(backup.value.file);
      if (!facts.ok) return facts;
      const { newestAtMs, ...counts } = facts.value;
      const since = savedSince.get(backup.value.atMs) ?? 0;
      return ok({ ...counts, newestAt: iso(newestAtMs), savedSince: since });
    },
    diagnostics: () => ok([...diagnosticsOf(deps)]),
    restore: ({ name }, { operator }) => {
      const backup = find(dataDir, name);
      if (!backup.ok) return backup;
      const sound = checkBackup(backup.value.file);
      if (!sound.ok) return sound;
      deps.audit.append({
        ...{ atMs: ports.clock.now(), actor: operator, action: 'restore.asked', subject: 'system' },
        detail: { backup: name },
      });
      setImmediate(() => deps.restart(backup.value.file, operator));
      return ok({});
    },
  };
}

/** What of a recovery report names a folder, a parcel or a person. */
const UNTOLD = { keptIn: null, waybills: null, acknowledged: null } as const;

/** The person's name is the only setting that says something about anybody. */
function diagnosticsOf({ ports, database, caretaker, room, settings, outbox }: Deps): readonly DiagnosticsFile[] {
  const { 'operator.name': _name, ...plain } = settings.get();
  const report = readRecoveryReport(ports.dataDir);
  return collectDiagnostics({
    database,
    dataDir: ports.dataDir,
    facts: {
      app: { version: ports.appVersion, host: ports.features.host, vault: ports.cipher.name },
      settings: plain,
      counts: { ...outbox.counts().perState, conservation: outbox.conservation() },
      care: { ...caretaker.record(), freeMegabytes: Math.floor(room.freeBytes() / 1024 ** 2) },
      recovery: report === null ? null : { ...report, ...UNTOLD, ...countsOf(report) },
    },
  });
}

const countsOf = ({ shops, failed }: RecoveryReport) => ({
  shops: shops.length,
  failed: failed === null ? null : (failed.problem?.code ?? 'cut-off'),
});

const iso = (atMs: number | null): string | null => (atMs === null ? null : isoFromMs(atMs));

/** Only names from the desk's own list: what the page sends never becomes a path. */
function find(dataDir: string, name: string): Result<{ readonly file: string; readonly atMs: number }, Problem> {
  const backup = listBackups(dataDir).find((each) => each.name === name);
  if (backup === undefined) return err({ code: 'restore-failed', detail: name });
  return ok({ file: join(dataDir, BACKUP_FOLDER, name), atMs: backup.atMs });
}

function acknowledge(
  { ports, audit, events }: Deps,
  operator: string,
): Result<{ report: RecoveryReport | null }, Problem> {
  const report = readRecoveryReport(ports.dataDir);
  if (report === null || report.acknowledged !== null) return ok({ report });
  const atMs = ports.clock.now();
  const acknowledged = { ...report, acknowledged: { at: isoFromMs(atMs), by: operator } };
  audit.append({
    ...{ atMs, actor: operator, action: 'recovery.acknowledged', subject: 'system' },
    detail: { of: report.at, cause: report.cause, unplaced: report.unplaced },
  });
  writeRecoveryReport(ports.dataDir, acknowledged);
  events.emit('status.changed', []);
  return ok({ report: acknowledged });
}
