import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CALL_PATH, EVENTS_PATH, LAUNCH_PATH } from '../../shared/channels.ts';
import type { Door } from '../host/door.ts';
import type { Backend } from '../services/backend.ts';
import type { Log } from '../services/ports.ts';
import type { Responder } from '../services/web/respond.ts';
import { answerCall } from './answer-call.ts';
import { streamEvents } from './event-stream.ts';
import { sendResponse, toRequest } from './fetch-bridge.ts';
import { refuseForeign } from './gate.ts';
import { createSession, type Session } from './session.ts';
import { sendStrangerPage } from './stranger-page.ts';

export type LoopbackParts = {
  readonly door: Door;
  readonly events: Backend['events'];
  readonly respond: Responder;
  readonly log: Log;
  /** 0 takes a free port. */
  readonly port: number;
};

export type LoopbackServer = {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** A link that lets one browser in, once. */
  readonly newLaunchUrl: () => string;
  /** Whether any browser has come in yet. */
  readonly wasEntered: () => boolean;
  /** How many pages listen for changes now. */
  readonly openPages: () => number;
  /** Stops listening and drops every connection. */
  readonly close: () => Promise<void>;
};

/** The only address this host ever listens on; there is deliberately no way to choose another. */
const LOOPBACK_ADDRESS = '127.0.0.1';
const MAX_CONNECTIONS = 64;

/** Listens on the loopback address. Rejects where the port is taken. */
export async function serveLoopback(parts: LoopbackParts): Promise<LoopbackServer> {
  const server = createServer();
  server.maxConnections = MAX_CONNECTIONS;
  const port = await listen(server, parts.port);
  const origin = `http://${LOOPBACK_ADDRESS}:${port}`;
  const session = createSession(port);
  const pages = new Set<ServerResponse>();
  server.on('request', (request, response) => {
    answer({ ...parts, session, origin, pages }, request, response).catch((error: unknown) => {
      parts.log.error('request-failed', { kind: error instanceof Error ? error.name : typeof error });
      response.destroy();
    });
  });
  return {
    origin,
    newLaunchUrl: () => `${origin}${LAUNCH_PATH}?key=${session.newKey()}`,
    wasEntered: session.wasEntered,
    openPages: () => pages.size,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen({ host: LOOPBACK_ADDRESS, port, exclusive: true });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

type Serving = LoopbackParts & {
  readonly session: Session;
  readonly origin: string;
  readonly pages: Set<ServerResponse>;
};

async function answer(parts: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { session, origin } = parts;
  const refusal = refuseForeign(request, origin);
  if (refusal !== null) return refuse(parts.log, response, refusal.status, refusal.reason);
  const url = URL.parse(request.url ?? '', origin);
  if (url === null || url.origin !== origin) return refuse(parts.log, response, 400, 'address');
  if (url.pathname === LAUNCH_PATH) return launch(session, url, request, response);
  const browser = session.admits(request.headers.cookie);
  if (browser === null) return sendStrangerPage(response);
  if (url.pathname === CALL_PATH && request.method === 'POST')
    return await answerCall((text) => parts.door(text, browser), request, response);
  if (url.pathname === EVENTS_PATH && request.method === 'GET') {
    parts.pages.add(response);
    response.once('close', () => parts.pages.delete(response));
    return streamEvents(parts.events, request, response);
  }
  await sendResponse(await parts.respond(toRequest(request, origin)), response);
}

/** A used key is worth nothing; who is in already (a reload of the launch page) is simply led to the page. */
function launch(session: Session, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const cookie = request.method === 'GET' ? session.redeem(url.searchParams.get('key') ?? '') : null;
  if (cookie === null && session.admits(request.headers.cookie) === null) return sendStrangerPage(response);
  response.writeHead(303, {
    location: '/',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(cookie === null ? {} : { 'set-cookie': cookie }),
  });
  response.end();
}

function refuse(log: Log, response: ServerResponse, status: number, reason: string): void {
  log.warn('request-refused', { httpStatus: status, reason });
  response.writeHead(status, { 'cache-control': 'no-store', connection: 'close' });
  response.end();
}
