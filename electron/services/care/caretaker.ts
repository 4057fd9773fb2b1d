import type { Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import { makeRollingBackup } from '../db/rolling-backup.ts';
import { markSuspect } from '../db/run-mark.ts';
import type { EventHub } from '../events.ts';
import type { HostPorts } from '../ports.ts';
import { believedTime } from './believed-time.ts';
import { type CareRecord, readCareRecord, writeCareRecord } from './care-record.ts';
import type { DiskRoom } from './disk-room.ts';
import type { TidyUp } from './tidy-up.ts';

const TICK_MS = MINUTE_MS;
/** So long nobody may have scanned before the whole file is read. */
const QUIET_MS = 2 * MINUTE_MS;

/** Looks after the data while the desk is open. */
export type Caretaker = {
  /** Returns how to stop. */
  readonly start: () => () => void;
  readonly record: () => CareRecord;
  /** Writes a backup now. Errors: `backup-failed`. */
  readonly backUp: () => Promise<Result<{ readonly name: string; readonly bytes: number }, Problem>>;
  /** The full check, part after part; what it found, empty when all is well. */
  readonly check: () => Promise<string>;
};

export type CaretakerDeps = {
  readonly ports: Pick<HostPorts, 'dataDir' | 'clock' | 'log'>;
  readonly database: Database;
  readonly events: Pick<EventHub, 'emit'>;
  readonly room: DiskRoom;
  /** When somebody scanned last, epoch ms. */
  readonly lastScanAtMs: () => number;
  /** What else is checked, each saying what is wrong or nothing. */
  readonly checks: readonly (() => string | Promise<string>)[];
  /** Lets go of what is old. */
  readonly tidyUp: TidyUp;
};

/** Creates the caretaker; it does nothing by itself before `start`. */
export function createCaretaker(deps: CaretakerDeps): Caretaker {
  const { ports, database, events, room } = deps;
  const { dataDir, clock, log } = ports;
  let record = readCareRecord(dataDir);
  const note = (change: Partial<CareRecord>): void => {
    record = { ...record, ...change };
    writeCareRecord(dataDir, record);
    events.emit('status.changed', []);
  };
  const backUp: Caretaker['backUp'] = async () => {
    const atMs = clock.now();
    if (room.isBlocked()) return noted(err({ code: 'disk-full', dir: dataDir }));
    return noted(await makeRollingBackup({ database, dataDir, nowMs: atMs }));
    function noted<Value>(result: Result<Value, Problem>): Result<Value, Problem> {
      if (!result.ok) log.error('backup-failed', { problem: result.error.code });
      note(result.ok ? { backupAtMs: atMs, backupProblem: '' } : { backupProblem: problemText(result.error) });
      return result;
    }
  };
  const check = async (): Promise<string> => {
    const damage = await checkTables(database);
    if (damage !== '') markSuspect(dataDir);
    const findings = [damage];
    for (const part of deps.checks) {
      await turn();
      findings.push(await unlessClosed(database, part));
    }
    const finding = findings
      .filter((text) => text !== '')
      .join('; ')
      .slice(0, 500);
    if (finding !== '') log.error('full-check-failed', { count: findings.length });
    note({ checkAtMs: clock.now(), checkFinding: finding });
    return finding;
  };
  const tidy = async (nowMs: number): Promise<void> => {
    const believedMs = believedTime(record, nowMs);
    // Noted first: a round that fails is not tried again every minute.
    note({ tidiedAtMs: nowMs, believedMs });
    if (believedMs === null) return;
    const tidied = await deps.tidyUp({ nowMs, believedMs });
    note({ tidied });
    const count = tidied.packages + tidied.entries + tidied.scans + tidied.photos;
    if (count > 0) log.info('retention-applied', { count });
  };
  const tick = async (): Promise<void> => {
    room.tend();
    const nowMs = clock.now();
    if (isOver(record.backupAtMs, HOUR_MS, nowMs)) await backUp();
    const quiet = nowMs - deps.lastScanAtMs() >= QUIET_MS;
    if (quiet && isOver(record.tidiedAtMs, DAY_MS, nowMs)) await tidy(nowMs);
    if (quiet && isOver(record.checkAtMs, DAY_MS, nowMs)) await check();
  };
  return {
    start: () => everyMinute(ports, tick),
    record: () => record,
    backUp,
    check,
  };
}

/** Runs a task every minute, never twice at once; returns how to stop. */
function everyMinute({ clock, log }: Pick<HostPorts, 'clock' | 'log'>, task: () => Promise<void>): () => void {
  let running: Promise<unknown> | null = null;
  let callOff = (): void => undefined;
  const again = (): void => {
    callOff = clock.at(TICK_MS, () => {
      running ??= task()
        .catch((error: unknown) => log.error('care-failed', { reason: error instanceof Error ? error.name : '' }))
        .finally(() => (running = null));
      again();
    });
  };
  again();
  return () => callOff();
}

/** Also true where a clock was set back. */
const isOver = (lastMs: number | null, everyMs: number, nowMs: number): boolean =>
  lastMs === null || nowMs - lastMs >= everyMs || lastMs > nowMs;

const problemText = (problem: Problem): string => ('detail' in problem ? problem.detail : problem.code) || problem.code;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A desk that is closed meanwhile is not checked to the end. */
async function unlessClosed(database: Database, part: () => string | Promise<string>): Promise<string> {
  try {
    return database.open ? await part() : '';
  } catch (error) {
    if (!database.open) return '';
    throw error;
  }
}

/** Table by table, with a turn of the event loop between two. */
async function checkTables(database: Database): Promise<string> {
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  for (const table of tables) {
    await turn();
    if (!database.open) return '';
    const found = database.pragma(`integrity_check("${table.replaceAll('"', '""')}")`, { simple: true });
    if (found !== 'ok') return String(found).slice(0, 300);
  }
  return '';
}
