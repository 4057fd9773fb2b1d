import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BackendEvent } from '../../shared/contract/event.ts';
import type { Backend } from '../services/backend.ts';
import { securityHeaders } from '../services/web/security-headers.ts';

type Events = Backend['events'];

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 500;
/** A page that does not read is dropped rather than remembered for; it reconnects and is told what it missed. */
const MAX_WAITING_BYTES = 1024 * 1024;

/**
 * `GET /events`: changes as server-sent events. A new page is told `start` with the last number given out; one that
 * reconnects gets what it missed, or `reset` where that is no longer kept.
 */
export function streamEvents(events: Events, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    ...securityHeaders("default-src 'none'"),
    'content-type': 'text/event-stream; charset=utf-8',
  });
  const write = (text: string): void => {
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    else response.write(text);
  };
  write(`retry: ${RECONNECT_MS}\n\n${opening(events, request.headers['last-event-id'])}`);
  const unsubscribe = events.subscribe((event) => write(changeText(event)));
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  response.once('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
  });
}

function opening(events: Events, lastEventId: string | string[] | undefined): string {
  if (typeof lastEventId !== 'string') return markText('start', events.lastSeq());
  const missed = /^\d{1,15}$/.test(lastEventId) ? events.since(Number(lastEventId)) : null;
  return missed === null ? markText('reset', events.lastSeq()) : missed.map(changeText).join('');
}

const changeText = (event: BackendEvent): string =>
  `id: ${event.seq}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`;

const markText = (name: 'start' | 'reset', seq: number): string =>
  `id: ${seq}\nevent: ${name}\ndata: ${JSON.stringify({ seq })}\n\n`;
