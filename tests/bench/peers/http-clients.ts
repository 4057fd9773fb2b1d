import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as nodeRequest } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { request as undiciRequest } from 'undici';
import { createHttpRequest } from '../../../electron/services/platforms/http/http-request.ts';
import { packageInput } from '../desk-outbox.ts';

/** Makes one POST and reads its JSON answer. */
export type HttpClient = (url: string) => Promise<void>;

export const BODY = Buffer.from(JSON.stringify(packageInput(1).payload));
const HEADERS = { 'content-type': 'application/json' };
const keepAlive = new Agent({ keepAlive: true, maxSockets: 64 });
const desk = createHttpRequest();

/** Clients by name. The app's opens a socket for each call, so that no call is ever sent twice by a pool. */
export const HTTP_CLIENTS: Readonly<Record<string, HttpClient>> = {
  'the app, a socket for each call': async (url) => {
    const answer = await desk({ method: 'POST', url, headers: HEADERS, body: BODY, timeoutMs: 20_000, proxy: null });
    if (!answer.ok) throw new Error(answer.reason);
    JSON.parse(answer.text);
  },
  'node:http, keep-alive': (url) =>
    new Promise((resolve, reject) => {
      const sent = nodeRequest(url, { method: 'POST', agent: keepAlive, headers: HEADERS }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          JSON.parse(Buffer.concat(parts).toString());
          resolve();
        });
      });
      sent.on('error', reject);
      sent.end(BODY);
    }),
  'undici.request': async (url) => {
    const { body } = await undiciRequest(url, { method: 'POST', headers: HEADERS, body: BODY });
    await body.json();
  },
  fetch: async (url) => {
    await (await fetch(url, { method: 'POST', headers: HEADERS, body: BODY })).json();
  },
};

/** The server of `latency-server.ts`. */
export async function startLatencyServer(): Promise<{
  readonly url: (ms: number) => string;
  /** Calls in the busiest second since it was last asked. */
  readonly worst: () => Promise<number>;
  readonly stop: () => void;
}> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'latency-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const base = `http://127.0.0.1:${port}`;
  return {
    url: (ms) => `${base}/?ms=${ms}`,
    worst: async () => Number(await (await fetch(`${base}/worst`)).text()),
    stop: () => {
      child.stdin.end();
    },
  };
}
