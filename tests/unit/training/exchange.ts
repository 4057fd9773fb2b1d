import { request } from 'node:http';

/** What came of one raw HTTP request on a fresh socket. */
export type Exchange =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly bytes: Buffer;
      readonly text: string;
      readonly tookMs: number;
    }
  | { readonly kind: 'broken'; readonly code: string; readonly connected: boolean; readonly status: number };

/** Posts a body and reports exactly what the socket did. Gives up after `timeoutMs` (code `TIMEOUT`). */
export function exchange(url: string, body: string, { timeoutMs = 3000, maxBytes = 1 << 20 } = {}): Promise<Exchange> {
  const startedMs = performance.now();
  return new Promise((resolve) => {
    let connected = false;
    let status = 0;
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      headers: { 'content-length': Buffer.byteLength(body) },
    });
    const broken = (code: string): void => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve({ kind: 'broken', code, connected, status });
    };
    const timer = setTimeout(() => broken('TIMEOUT'), timeoutMs);
    outgoing.on('socket', (socket) => socket.on('connect', () => (connected = true)));
    outgoing.on('error', (error: NodeJS.ErrnoException) => broken(error.code ?? 'ERROR'));
    outgoing.on('response', (response) => {
      status = response.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', (error: NodeJS.ErrnoException) => broken(error.code ?? 'ERROR'));
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size > maxBytes) broken('TOO-BIG');
      });
      response.on('end', () => {
        clearTimeout(timer);
        const bytes = Buffer.concat(chunks);
        const tookMs = performance.now() - startedMs;
        resolve({ kind: 'answer', status, headers: response.headers, bytes, text: bytes.toString('utf8'), tookMs });
      });
    });
    outgoing.end(body);
  });
}
