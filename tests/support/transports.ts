import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { createDoor } from '../../electron/host/door.ts';
import { serveLoopback } from '../../electron/loopback/serve.ts';
import { pushEvents, serveIpc } from '../../electron/main/ipc.ts';
import { createSenderCheck } from '../../electron/main/trusted-sender.ts';
import type { Backend } from '../../electron/services/backend.ts';
import { createResponder } from '../../electron/services/web/respond.ts';
import { createBridgeTransport } from '../../renderer/api/bridge-transport.ts';
import { createHttpTransport } from '../../renderer/api/http-transport.ts';
import type { Transport } from '../../renderer/api/transport.ts';
import { uploadFile } from '../../renderer/api/upload-file.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/channels.ts';
import type { CallContext } from '../../shared/contract/define.ts';
import { fakeContents, fakeIpc } from './electron-fakes.ts';
import { openEventSource } from './event-source.ts';
import { rememberingLog } from './hosts.ts';
import { enter } from './loopback-client.ts';

/** What a host connects to a page. */
export type Seams = Pick<Backend, 'call' | 'events' | 'files'> & { readonly context: (session: string) => CallContext };

/** A page's end of a connected host. */
export type Connection = {
  readonly transport: Transport;
  /** Breaks the line once, as a sleeping laptop does, where the transport has a line. */
  readonly interrupt: () => void;
  readonly close: () => Promise<void>;
};

/** `fetch` of a page under Electron: the responder answers by itself. */
const ownFetch = ({ files }: Pick<Seams, 'files'>): typeof fetch => {
  const respond = createResponder({ pageDir: '/nowhere', files });
  return (input, init) => respond(new Request(new URL(String(input), 'app://bundle/'), init));
};

/** Nothing between page and backend but the door and JSON text: the shortest transport there can be. */
export async function connectMemory(seams: Seams): Promise<Connection> {
  const door = createDoor(seams);
  const send = ownFetch(seams);
  return {
    transport: {
      call: async (message) => JSON.parse(JSON.stringify(await door(JSON.stringify(message)))) as unknown,
      subscribe: ({ onEvent }) => seams.events.subscribe((event) => onEvent(JSON.parse(JSON.stringify(event)))),
      upload: (file) => uploadFile(file, send),
    },
    interrupt: () => undefined,
    close: async () => undefined,
  };
}

/** Electron's IPC, with a structured clone in both directions, as main and preload use it. */
export async function connectIpc(seams: Seams): Promise<Connection> {
  const ipc = fakeIpc();
  const contents = fakeContents();
  const ourContents = () => contents as unknown as WebContents;
  const check = createSenderCheck(ourContents);
  serveIpc(ipc as unknown as IpcMain, createDoor(seams), (event) => check(event as IpcMainInvokeEvent));
  const stop = pushEvents(seams.events, ourContents);
  const from = { sender: contents, senderFrame: contents.mainFrame };
  const bridge = {
    call: ({ name, input }: { name: string; input: unknown }) => ipc.invoke(CALL_CHANNEL, { name, input }, from),
    onEvent: (listener: (event: unknown) => void) => {
      const pass = (channel: string, value: unknown) => channel === EVENT_CHANNEL && listener(value);
      contents.events.on('sent', pass);
      return () => void contents.events.off('sent', pass);
    },
  };
  return {
    transport: createBridgeTransport(bridge, ownFetch(seams)),
    interrupt: () => undefined,
    close: async () => stop(),
  };
}

/** The loopback host on a real socket, entered through its launch link. */
export async function connectHttp(seams: Seams): Promise<Connection> {
  const server = await serveLoopback({
    log: rememberingLog(),
    port: 0,
    door: createDoor(seams),
    events: seams.events,
    respond: createResponder({ pageDir: '/nowhere', files: seams.files }),
  });
  const cookie = await enter(server.newLaunchUrl());
  const lines = new Set<AbortController>();
  const send: typeof fetch = (input, init = {}) => {
    const line = new AbortController();
    lines.add(line);
    const signal = init.signal ? AbortSignal.any([init.signal, line.signal]) : line.signal;
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie, origin: server.origin };
    return fetch(new URL(String(input), server.origin), { ...init, headers, signal });
  };
  return {
    transport: createHttpTransport({ fetch: send, openEvents: (path) => openEventSource(send, path) }),
    interrupt: () => {
      for (const line of lines) line.abort();
      lines.clear();
    },
    close: () => server.close(),
  };
}

/** Every way a page can be connected; one suite runs over all of them. */
export const connections = [
  ['memory', connectMemory],
  ['IPC with structured clone', connectIpc],
  ['loopback HTTP', connectHttp],
] as const;
