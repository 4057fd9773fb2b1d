import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in: path without query, the token of the query, the parsed body. */
export type ScriptedCall = {
  readonly path: string;
  readonly token: string;
  readonly bodyText: string;
  readonly body: Record<string, unknown>;
};
export type ScriptedReply = {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is; `reset` cuts the connection instead. */
  readonly body?: unknown;
  readonly reset?: boolean;
  readonly delayMs?: number;
};
export type ScriptedServer = {
  readonly baseUrl: string;
  readonly calls: readonly ScriptedCall[];
  readonly close: () => Promise<void>;
};

/** A platform that answers whatever a test says. */
export async function startScriptedServer(
  reply: (call: ScriptedCall, index: number) => ScriptedReply,
): Promise<ScriptedServer> {
  const calls: ScriptedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const bodyText = Buffer.concat(chunks).toString('utf8');
      const call = {
        path: url.pathname,
        token: url.searchParams.get('access_token') ?? '',
        bodyText,
        body: JSON.parse(bodyText || '{}') as Record<string, unknown>,
      };
      const { status = 200, headers = {}, body = '', reset, delayMs = 0 } = reply(call, calls.push(call) - 1);
      setTimeout(() => {
        if (reset === true) return void request.socket.resetAndDestroy();
        response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
      }, delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
