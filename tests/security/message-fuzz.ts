import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { createDoor } from '../../electron/host/door.ts';
import { createNodePorts } from '../../electron/host/node-ports.ts';
import { serveLoopback } from '../../electron/loopback/serve.ts';
import { serveIpc } from '../../electron/main/ipc.ts';
import { createSenderCheck } from '../../electron/main/trusted-sender.ts';
import { type Backend, openBackend } from '../../electron/services/backend.ts';
import type { Log } from '../../electron/services/ports.ts';
import { createResponder } from '../../electron/services/web/respond.ts';
import { CALL_CHANNEL } from '../../shared/channels.ts';
import { seeded } from '../outbox/simulation.ts';
import { fakeContents, fakeIpc } from '../support/electron-fakes.ts';
import { enter, pageHeaders, sendRaw } from '../support/loopback-client.ts';
import { hostileMessage } from './hostile-messages.ts';

export type FuzzReport = {
  readonly messages: number;
  /** How many were answered with which problem; `ok` where one was taken. */
  readonly answers: Readonly<Record<string, number>>;
  /** Messages that got no answer of the agreed shape, told in a few words. */
  readonly unanswered: readonly string[];
  /** Lines of the log that speak of a bug or a failed request. */
  readonly bugs: readonly string[];
  /** Whether the desk still tells who it is afterwards, over both ways in. */
  readonly stillServes: boolean;
};

type Send = (text: string) => Promise<unknown>;

/** How many messages are under way at once. */
const ABREAST = 200;
/** Of these one goes over a real socket, the others over IPC. */
const EVERY_HTTP = 10;

/** Throws hostile messages at the whole app, over IPC as a page's and a stranger's frame, and over HTTP. */
export async function fuzzMessages(options: { readonly count: number; readonly seed: number }): Promise<FuzzReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-fuzz-'));
  const bugs: string[] = [];
  const opened = await openBackend(portsOf(dataDir, listeningLog(bugs)));
  if (!opened.ok) throw new Error(`The backend did not open: ${opened.error.code}`);
  const backend = opened.value;
  const http = await overHttp(backend, listeningLog(bugs));
  const ipc = overIpc(backend);
  const random = seeded(options.seed);
  const answers: Record<string, number> = {};
  const unanswered: string[] = [];
  const one = async (at: number): Promise<void> => {
    const text = hostileMessage(random);
    const send = at % EVERY_HTTP === 0 ? http.send : at % 7 === 0 ? ipc.asStranger : ipc.send;
    const code = codeOf(await send(text).catch((error: unknown) => error));
    if (code === null) unanswered.push(`${at}: ${text.slice(0, 80)}`);
    else answers[code] = (answers[code] ?? 0) + 1;
  };
  try {
    for (let at = 0; at < options.count; at += ABREAST)
      await Promise.all(Array.from({ length: Math.min(ABREAST, options.count - at) }, (_, more) => one(at + more)));
    // The rate holds back even a right call after a flood of the same name.
    const right = '{"name":"system.status","input":{}}';
    const alive = await Promise.all([http.send(right), ipc.send(right)]);
    return {
      messages: options.count,
      answers,
      unanswered,
      bugs,
      stillServes: alive.every((it) => codeOf(it) === 'ok'),
    };
  } finally {
    await http.close();
    await backend.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** `ok`, the code of a problem, or null where it is no envelope. */
function codeOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return null;
  if (answer.ok === true) return 'ok';
  const error: unknown = 'error' in answer ? answer.error : null;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}

const portsOf = (dataDir: string, log: Log) => ({
  ...createNodePorts({
    dataDir,
    features: { host: 'loopback' as const, printing: true, updates: false, ownWindow: false },
    entry: join(import.meta.dirname, '..', '..', 'electron', 'loopback', 'index.ts'),
    machine: { platform: process.platform, env: {}, home: dataDir },
  }),
  log,
});

const listeningLog = (bugs: string[]): Log => ({
  info: () => undefined,
  warn: () => undefined,
  error: (event, fields) => void bugs.push(`${event} ${JSON.stringify(fields)}`),
});

/** Who stands at the desk: an administrator, so that nothing is refused for the role before its shape is looked at. */
const context = () => ({ role: 'admin' as const, operator: 'Ling' });

function overIpc(backend: Backend): { readonly send: Send; readonly asStranger: Send } {
  const ipc = fakeIpc();
  const ours = fakeContents();
  const stranger = fakeContents('https://evil.example/');
  const check = createSenderCheck(() => ours as unknown as WebContents);
  serveIpc(ipc as unknown as IpcMain, createDoor({ call: backend.call, context }), (event) =>
    check(event as IpcMainInvokeEvent),
  );
  const from = (sender: typeof ours): Send => {
    return (text) => ipc.invoke(CALL_CHANNEL, parsed(text), { sender, senderFrame: sender.mainFrame });
  };
  return { send: from(ours), asStranger: from(stranger) };
}

/** Over IPC come values, not texts: what is no JSON comes as a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

async function overHttp(
  backend: Backend,
  log: Log,
): Promise<{ readonly send: Send; readonly close: () => Promise<void> }> {
  const server = await serveLoopback({
    log,
    port: 0,
    door: createDoor({ call: backend.call, context }),
    events: backend.events,
    respond: createResponder({ pageDir: '/nowhere', files: backend.files }),
  });
  const headers = pageHeaders(server.origin, await enter(server.newLaunchUrl()));
  return {
    // A body over the limit is answered while it is still being sent: the line may break instead of bringing the answer.
    send: async (body) =>
      await sendRaw(server.origin, '/call', { method: 'POST', headers, body }).then(
        (got) => JSON.parse(got.body) as unknown,
        () => ({ ok: false, error: { code: body.length > 1_000_000 ? 'line-broken' : null } }),
      ),
    close: () => server.close(),
  };
}
