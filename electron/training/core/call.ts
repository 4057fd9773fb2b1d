import type { IncomingMessage } from 'node:http';

/** One request as it reached the server, body included. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string;
  readonly bodyText: string;
  readonly bodyBytes: number;
};

/** Far above any shipping call; a bigger body is a fault of the caller. */
const MAX_BODY_BYTES = 1024 * 1024;

export type ReadCall =
  | { readonly kind: 'whole'; readonly call: Call }
  | { readonly kind: 'cut-off'; readonly path: string; readonly bytesSeen: number }
  | { readonly kind: 'too-big'; readonly path: string };

/** Reads a request to its end, or says how much of it came. */
export async function readCall(request: IncomingMessage): Promise<ReadCall> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const chunks: Buffer[] = [];
  let bytesSeen = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytesSeen += chunk.length;
      if (bytesSeen > MAX_BODY_BYTES) return { kind: 'too-big', path: url.pathname };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'cut-off', path: url.pathname, bytesSeen };
  }
  const header = (name: string): string => {
    const value = request.headers[name.toLowerCase()];
    return Array.isArray(value) ? value.join(',') : (value ?? '');
  };
  const bodyText = Buffer.concat(chunks).toString('utf8');
  const method = request.method ?? 'GET';
  return {
    kind: 'whole',
    call: { method, path: url.pathname, query: url.searchParams, header, bodyText, bodyBytes: bytesSeen },
  };
}
