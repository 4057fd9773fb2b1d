import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The request of Node's server as the standard `Request` the responder takes. */
export function toRequest(incoming: IncomingMessage, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const method = incoming.method ?? 'GET';
  const init: RequestInit = { method, headers };
  if (method === 'POST') Object.assign(init, { body: Readable.toWeb(incoming), duplex: 'half' });
  return new Request(new URL(incoming.url ?? '/', origin), init);
}

/** Sends a standard `Response` through Node's server. A page that went away in the middle is nobody's fault. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.from(response.body as AsyncIterable<Uint8Array>), outgoing).catch(() => outgoing.destroy());
}
