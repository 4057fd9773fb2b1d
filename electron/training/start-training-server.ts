import type { ServerResponse } from 'node:http';
import { faultRoutes } from './admin/fault-routes.ts';
import { ledgerRoutes } from './admin/ledger-routes.ts';
import { orderRoutes } from './admin/order-routes.ts';
import { ADMIN_PREFIX, createServeAdmin } from './admin/serve-admin.ts';
import { sheetRoutes } from './admin/sheet-routes.ts';
import { channelsModule } from './channels/channels-module.ts';
import { readCall, type Call } from './core/call.ts';
import { createFaultDesk } from './core/fault-desk.ts';
import { openLedger, type Ledger } from './core/ledger.ts';
import { ANSWERING, openListener } from './core/listener.ts';
import { openOrderBook } from './core/order-book.ts';
import { keepPort, keptPort } from './core/kept-port.ts';
import { seededRandom } from './core/random.ts';
import { jsonReply, textReply, type Reply } from './core/reply.ts';
import { sendReply } from './core/send-reply.ts';
import { createServePlatform } from './core/serve-platform.ts';
import { servePicture } from './pictures/serve-picture.ts';
import { createTokenDesk } from './wechat/token-desk.ts';

export type TrainingOptions = {
  /** Where the ledger lives; without it everything is forgotten at the end. */
  readonly stateDir?: string | undefined;
  /** 0 takes the port of the last run with this folder where it is free, else any. */
  readonly port?: number | undefined;
  readonly seed?: number | undefined;
  readonly orders?: number | undefined;
  readonly tokenLifeS?: number | undefined;
  /** True makes a platform that takes any well-formed shipment again, for proving that a test would notice. */
  readonly takesRepeats?: boolean | undefined;
  readonly now?: (() => number) | undefined;
};

export type RunningTraining = {
  readonly baseUrl: string;
  /** Reaches the training desk even while the platforms are switched offline. */
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
};

/** Starts the imitated platforms in this process. `index.ts` does the same in a process of its own. */
export async function startTrainingServer(options: TrainingOptions = {}): Promise<RunningTraining> {
  const now = options.now ?? Date.now;
  const seed = options.seed ?? 1;
  const ledger = openLedger({ stateDir: options.stateDir, now });
  const book = openOrderBook({ ledger, now, seed, orders: options.orders ?? 200 });
  const faults = createFaultDesk({ random: seededRandom('faults', seed) });
  const tokens = createTokenDesk({ lifeS: options.tokenLifeS ?? 7200, now });
  let settleLine: () => Promise<void> = async () => undefined;
  let baseUrl = '';
  const channels = channelsModule({
    book,
    tokens,
    now,
    pictures: () => `${baseUrl}/pictures`,
    guardsState: options.takesRepeats !== true,
  });
  const platform = createServePlatform({
    platforms: [channels],
    faults,
    ledger,
    now,
    lastRequest: lastRequest(ledger),
  });
  const admin = createServeAdmin({
    ...faultRoutes({ faults, ledger, settleLine: () => settleLine() }),
    ...orderRoutes({ book, baseUrl: () => baseUrl }),
    ...ledgerRoutes({ ledger }),
    ...sheetRoutes({ book, baseUrl: () => baseUrl }),
  });
  const listener = await openListener({
    port: options.port || keptPort(options.stateDir),
    onRequest: (request, response) => {
      void (async () => {
        const read = await readCall(request);
        if (read.kind === 'too-big') sendReply(response, textReply(413, 'Payload Too Large'));
        if (read.kind === 'cut-off') ledger.append({ kind: 'cut-off', path: read.path, bytesSeen: read.bytesSeen });
        if (read.kind !== 'whole') return;
        if (!read.call.path.startsWith(ADMIN_PREFIX)) return respond(read.call, response);
        markAnswering(response);
        sendReply(response, await admin(read.call), { connection: 'close' });
      })().catch((error: unknown) => fail(response, error));
    },
  });
  const respond = async (call: Call, response: ServerResponse): Promise<void> => {
    const picture = servePicture(call);
    if (picture !== undefined) sendReply(response, picture);
    else if (!(await platform.serve(call, response))) sendReply(response, unknownAddress());
  };
  baseUrl = `http://127.0.0.1:${listener.port}`;
  settleLine = () => listener.setLine(faults.lineFault());
  faults.onChange(() => void settleLine());
  keepPort(options.stateDir, listener.port);
  return {
    baseUrl,
    adminUrl: `http://127.0.0.1:${listener.adminPort}`,
    stop: async () => {
      faults.stop();
      platform.stop();
      await listener.stop();
      ledger.close();
    },
  };
}

const unknownAddress = (): Reply => jsonReply({ errcode: 40066, errmsg: 'invalid url' }, '40066', 404);

const markAnswering = (response: ServerResponse): void => {
  if (response.socket !== null) Object.assign(response.socket, { [ANSWERING]: true });
};

/** A defect of the imitation itself: loud, and never taken for an answer of the platform. */
function fail(response: ServerResponse, error: unknown): void {
  process.stderr.write(`training server: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  if (!response.headersSent) sendReply(response, textReply(500, 'training server defect'));
}

function lastRequest(ledger: Ledger): number {
  let last = 0;
  for (const entry of ledger.read())
    if (entry.kind === 'request') last = Math.max(last, Number(entry.request.slice(1)));
  return last;
}
