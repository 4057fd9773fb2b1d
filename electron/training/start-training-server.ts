import type { IncomingMessage, ServerResponse } from 'node:http';
import { ewaybillRoutes } from './admin/ewaybill-routes.ts';
import { faultRoutes } from './admin/fault-routes.ts';
import { ledgerRoutes } from './admin/ledger-routes.ts';
import { orderRoutes } from './admin/order-routes.ts';
import { ADMIN_PREFIX, createServeAdmin } from './admin/serve-admin.ts';
import { sheetRoutes } from './admin/sheet-routes.ts';
import { readCall, type Call } from './core/call.ts';
import { createFaultDesk } from './faults/fault-desk.ts';
import { openLedger, type Ledger } from './book/ledger.ts';
import { ANSWERING, openListener } from './core/listener.ts';
import { openOrderBook } from './book/order-book.ts';
import { keepPort, keptPort } from './core/kept-port.ts';
import { seededRandom } from './core/random.ts';
import { jsonReply, textReply, type Reply } from './core/reply.ts';
import { sendReply } from './core/send-reply.ts';
import { createServePlatform, type ServePlatform } from './core/serve-platform.ts';
import { douyinModule } from './douyin/douyin-module.ts';
import { servePicture } from './pictures/serve-picture.ts';
import { createVvDesk } from './vv-tool/vv-desk.ts';
import { vvModule } from './vv-tool/vv-module.ts';
import { vvRoutes } from './vv-tool/vv-routes.ts';
import { createVvTokenDesk } from './vv-tool/vv-token-desk.ts';
import { createTokenDesk } from './wechat/token-desk.ts';
import { wechatPlatforms } from './wechat-platforms.ts';

export type TrainingOptions = {
  /** Where the ledger lives; without it everything is forgotten at the end. */
  readonly stateDir?: string | undefined;
  /** 0 takes the port of the last run with this folder where it is free, else any. */
  readonly port?: number | undefined;
  readonly seed?: number | undefined;
  /** Orders of the two Channels shops; 200 where nothing is said. */
  readonly orders?: number | undefined;
  /** Orders of each further shop; 40 where nothing is said of orders at all, else none. */
  readonly further?: number | undefined;
  readonly tokenLifeS?: number | undefined;
  /** True makes a platform that takes any well-formed shipment again, for proving that a test would notice. */
  readonly takesRepeats?: boolean | undefined;
  readonly now?: (() => number) | undefined;
  /** Timers of the same clock as `now`, for what a fault delays; the machine's own where nothing is said. */
  readonly at?: ((delayMs: number, task: () => void) => () => void) | undefined;
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
  const further = options.further ?? (options.orders === undefined ? 40 : 0);
  const book = openOrderBook({ ledger, now, seed, orders: options.orders ?? 200, further });
  const faults = createFaultDesk({ random: seededRandom('faults', seed) });
  const tokens = createTokenDesk({ lifeS: options.tokenLifeS ?? 7200, now });
  const place: Place = { baseUrl: '', settleLine: async () => undefined };
  const guardsState = options.takesRepeats !== true;
  const pictures = (): string => `${place.baseUrl}/pictures`;
  const desk = createVvDesk();
  const vvTokens = createVvTokenDesk({ lifeS: options.tokenLifeS ?? 7200, now });
  const vv = vvModule({ book, tokens: vvTokens, desk, now, guardsState, pictures });
  const douyin = douyinModule({ book, ledger, now, guardsState, pictures });
  const platform = createServePlatform({
    platforms: [...wechatPlatforms({ book, tokens, now, guardsState, pictures }), vv, douyin],
    faults,
    ledger,
    now,
    at: options.at ?? machineTimer,
    lastRequest: lastRequest(ledger),
  });
  const baseUrl = (): string => place.baseUrl;
  const admin = createServeAdmin({
    ...faultRoutes({ faults, ledger, settleLine: () => place.settleLine() }),
    ...orderRoutes({ book, baseUrl }),
    ...ledgerRoutes({ ledger }),
    ...ewaybillRoutes({ book }),
    ...vvRoutes({ desk }),
    ...sheetRoutes({ book, baseUrl }),
  });
  const listener = await openListener({
    port: options.port || keptPort(options.stateDir),
    onRequest: (request, response) => {
      answer({ ledger, platform, admin }, request, response).catch((error: unknown) => fail(response, error));
    },
  });
  place.baseUrl = `http://127.0.0.1:${listener.port}`;
  place.settleLine = () => listener.setLine(faults.lineFault());
  faults.onChange(() => void place.settleLine());
  keepPort(options.stateDir, listener.port);
  return {
    baseUrl: place.baseUrl,
    adminUrl: `http://127.0.0.1:${listener.adminPort}`,
    stop: async () => {
      faults.stop();
      platform.stop();
      await listener.stop();
      ledger.close();
    },
  };
}

const machineTimer = (delayMs: number, task: () => void): (() => void) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};

/** What is known only once the door is open. */
type Place = { baseUrl: string; settleLine: () => Promise<void> };

type Desks = {
  readonly ledger: Ledger;
  readonly platform: ServePlatform;
  readonly admin: (call: Call) => Promise<Reply>;
};

/** One request: to the training desk, to a goods picture, or to a platform. */
async function answer(desks: Desks, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const read = await readCall(request);
  if (read.kind === 'too-big') sendReply(response, textReply(413, 'Payload Too Large'));
  if (read.kind === 'cut-off') desks.ledger.append({ kind: 'cut-off', path: read.path, bytesSeen: read.bytesSeen });
  if (read.kind !== 'whole') return;
  if (read.call.path.startsWith(ADMIN_PREFIX)) {
    markAnswering(response);
    sendReply(response, await desks.admin(read.call), { connection: 'close' });
    return;
  }
  const picture = servePicture(read.call);
  if (picture !== undefined) sendReply(response, picture);
  else if (!(await desks.platform.serve(read.call, response))) sendReply(response, unknownAddress());
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
