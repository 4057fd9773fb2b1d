import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { CallContext, CallEnvelope, CallMessage } from '../../shared/contract/define.ts';
import { EventNameSchema } from '../../shared/contract/event.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createRouter } from './api/router.ts';
import { HEADS_FILE, lastHeadSeq } from './audit/audit-heads.ts';
import { openDeskKeys } from './desk-keys.ts';
import { JOURNAL_FILE, type OpenedDatabase } from './db/open.ts';
import { markClosed } from './db/run-mark.ts';
import { storageProblem, storageProblemOrThrow } from './db/storage-problem.ts';
import { createEventHub, type EventHub } from './events.ts';
import { newestEntryOf } from './outbox/journal/journal-tail.ts';
import type { HostPorts } from './ports.ts';
import { finishRecovery } from './recovery/finish-recovery.ts';
import { openOrRescue, rescueDamaged } from './recovery/open-or-rescue.ts';
import { restoreBackup, tellFailedRestore } from './recovery/restore-backup.ts';
import { createServices, type Services } from './services.ts';
import type { FileStore } from './web/file-store.ts';

export { BACKUP_FOLDER, listBackups } from './db/backup-files.ts';
export { checkBackup } from './db/check-backup.ts';
export { restoreBackup };

/** The app, as a host holds it: three seams and an end. */
export type Backend = {
  /** Validates, checks the role, runs, validates the answer. Never throws. */
  readonly call: (message: CallMessage, context: CallContext) => Promise<CallEnvelope>;
  readonly events: Pick<EventHub, 'subscribe' | 'since' | 'lastSeq'>;
  readonly files: FileStore;
  /** Who stands at a window now, for the door that tells windows apart. */
  readonly context: (session: string) => CallContext;
  /** Whether the page has any business with a camera now: some shop wants photos, or somebody sets one up. */
  readonly allowsCamera: () => boolean;
  /** Lets what is under way end, then lets go of the data folder. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the app on a data folder; a damaged database is recovered first, by itself. Errors are those of the folder and
 * the file: in use, read-only, full, newer, damaged without a good backup. The command line (`features.host` is `cli`)
 * sends and pulls only when asked; the other hosts do so by themselves.
 */
export async function openBackend(ports: HostPorts): Promise<Result<Backend, Problem>> {
  const events = createEventHub(ports.log);
  const tellAll = (): void => EventNameSchema.options.forEach((name) => events.emit(name, []));
  const restart: Parts['restart'] = (backup, by) =>
    void follow(reopenOn(current, { ports, events, restart, backup, by })).then(tellAll);
  const openAgain = async (): Promise<Result<Running, Problem>> => {
    const found = await follow(openRunning({ ports, events, restart }));
    if (found.ok) tellAll();
    return found;
  };
  let current = openRunning({ ports, events, restart });
  const first = await current;
  if (!first.ok) return first;
  let running = first.value;
  let isOpen = true;
  let isClosing = false;
  let openings = 0;
  const follow = (opening: Promise<Result<Running, Problem>>): Promise<Result<Running, Problem>> => {
    openings += 1;
    current = opening.then((found) => {
      openings -= 1;
      isOpen = found.ok;
      if (found.ok) running = found.value;
      return found;
    });
    return current;
  };
  const isReady = (): boolean => isOpen && openings === 0;
  return ok({
    events,
    call: async (message, context) => {
      const waits = !isReady();
      let found = await current;
      if (!found.ok && !isClosing && MAY_PASS.has(found.error.code))
        found = await (openings === 0 ? openAgain() : current);
      if (!found.ok) return { ok: false, error: found.error };
      const { session } = context;
      return found.value.call(message, waits && session !== undefined ? found.value.context(session) : context);
    },
    // Who stood at a window before a restore says nothing about the data there is after it.
    context: (session) => (isReady() ? running.context(session) : { role: 'anyone', operator: '', session }),
    allowsCamera: () => running.allowsCamera(),
    files: { put: (file) => running.files.put(file), get: (id) => running.files.get(id) },
    close: async () => {
      isClosing = true;
      const found = await current;
      if (found.ok) await found.value.close();
    },
  });
}

/** What keeps a desk from opening again after a restore and may be gone at the next call: another window, a full disk. */
const MAY_PASS: ReadonlySet<Problem['code']> = new Set([
  ...(['data-folder-in-use', 'data-folder-read-only', 'disk-full', 'disk-error'] as const),
]);

/** One opened data folder; a restore ends it and begins another. */
type Running = Omit<Backend, 'events'>;

type Parts = {
  readonly ports: HostPorts;
  readonly events: EventHub;
  readonly restart: (backup: string, by: string) => void;
};

/** A restore that does not succeed leaves the data as it was, opens it again, and is told. */
async function reopenOn(
  before: Promise<Result<Running, Problem>>,
  { backup, by, ...parts }: Parts & { readonly backup: string; readonly by: string },
): Promise<Result<Running, Problem>> {
  const { dataDir, clock, log } = parts.ports;
  const running = await before;
  if (running.ok) await running.value.close();
  const nowMs = clock.now();
  const restored = restoreBackup({ backup, dataDir, nowMs, by });
  if (!restored.ok) {
    log.error('restore-failed', { problem: restored.error.code });
    tellFailedRestore({ dataDir, backup, nowMs, problem: restored.error });
  }
  return openRunning(parts);
}

async function openRunning(parts: Parts): Promise<Result<Running, Problem>> {
  const { dataDir, clock } = parts.ports;
  const journalFile = join(dataDir, JOURNAL_FILE);
  const found = { dataDir, nowMs: clock.now() };
  const first = await openOn(parts, () =>
    openOrRescue({
      ...found,
      newestSaved: newestEntryOf(journalFile),
      notedAuditSeq: lastHeadSeq(join(dataDir, HEADS_FILE)),
    }),
  );
  if (first.ok || first.error.code !== 'database-damaged') return first;
  // Sound at first sight, and damaged where the app reads it: recovered once, never in a loop.
  const { detail } = first.error;
  return openOn(parts, () => rescueDamaged({ ...found, detail }));
}

async function openOn(
  { ports, events, restart }: Parts,
  open: () => Result<OpenedDatabase, Problem>,
): Promise<Result<Running, Problem>> {
  const { dataDir, log } = ports;
  let database: Database | undefined;
  try {
    const opened = open();
    if (!opened.ok) return opened;
    database = opened.value.database;
    const keys = await openDeskKeys(database, ports);
    const journalFile = join(dataDir, JOURNAL_FILE);
    const services = createServices({ ports, ...opened.value, events, keys, journalFile, restart });
    const recovered = finishRecovery(dataDir, services.reenterAfterRestore);
    if (recovered !== null) log.error('database-recovered', { cause: recovered.cause, count: recovered.restored });
    await services.start();
    return ok(runningOf(services, { database, ports }));
  } catch (error) {
    database?.close();
    markClosed(dataDir);
    return err(storageProblemOrThrow(error, dataDir));
  }
}

type Opened = { readonly database: Database; readonly ports: HostPorts };

function runningOf(services: Services, { database, ports }: Opened): Running {
  const { dataDir, log } = ports;
  return {
    call: createRouter(contract, services.handlers, log, {
      problemOf: (error) => storageProblem(error, dataDir),
      approvals: services.operators.approvals,
      onCommand: ({ session }) => session !== undefined && services.operators.sessions.touch(session),
    }),
    context: services.operators.sessions.context,
    files: services.files,
    allowsCamera: services.allowsCamera,
    close: async () => {
      await services.stop();
      database.close();
      markClosed(dataDir);
    },
  };
}
