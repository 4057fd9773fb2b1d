import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { CallContext, CallEnvelope, CallMessage } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createRouter } from './api/router.ts';
import { openDeskKeys } from './desk-keys.ts';
import { JOURNAL_FILE, openDatabase } from './db/open.ts';
import { forgetRestored, isRestored } from './db/restore.ts';
import { storageProblem, storageProblemOrThrow } from './db/storage-problem.ts';
import { createEventHub, type EventHub } from './events.ts';
import type { HostPorts } from './ports.ts';
import { createServices, type Services } from './services.ts';
import type { FileStore } from './web/file-store.ts';

export { restoreBackup } from './db/restore.ts';

/** The app, as a host holds it: three seams and an end. */
export type Backend = {
  /** Validates, checks the role, runs, validates the answer. Never throws. */
  readonly call: (message: CallMessage, context: CallContext) => Promise<CallEnvelope>;
  readonly events: Pick<EventHub, 'subscribe' | 'since' | 'lastSeq'>;
  readonly files: FileStore;
  /** Who stands at a window now, for the door that tells windows apart. */
  readonly context: (session: string) => CallContext;
  /** Lets what is under way end, then lets go of the data folder. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the app on a data folder. Errors are those of the folder and the file: in use, read-only, full, damaged, newer.
 * The command line (`features.host` is `cli`) sends and pulls only when asked; the other hosts do so by themselves.
 */
export async function openBackend(ports: HostPorts): Promise<Result<Backend, Problem>> {
  const { dataDir, clock, log } = ports;
  const opened = openDatabase({ dataDir, nowMs: clock.now() });
  if (!opened.ok) return opened;
  const { database, epoch } = opened.value;
  const events = createEventHub(log);
  try {
    const keys = await openDeskKeys(database, ports);
    const services = createServices({ ports, database, epoch, events, keys, journalFile: join(dataDir, JOURNAL_FILE) });
    if (isRestored(dataDir)) {
      services.reenterAfterRestore();
      forgetRestored(dataDir);
    }
    await services.start();
    return ok(backendOf(services, { database, events, ports }));
  } catch (error) {
    database.close();
    return err(storageProblemOrThrow(error, dataDir));
  }
}

type Opened = { readonly database: Database; readonly events: EventHub; readonly ports: HostPorts };

function backendOf(services: Services, { database, events, ports }: Opened): Backend {
  const { dataDir, log } = ports;
  return {
    call: createRouter(contract, services.handlers, log, {
      problemOf: (error) => storageProblem(error, dataDir),
      approvals: services.operators.approvals,
      onCommand: ({ session }) => session !== undefined && services.operators.sessions.touch(session),
    }),
    context: services.operators.sessions.context,
    events,
    files: services.files,
    close: async () => {
      await services.stop();
      database.close();
    },
  };
}
