import { createServer } from 'node:net';
import { strokeEvents, strokesOf } from './scanner.ts';

/** Between two keys of a scanner so quick that twenty codes fit into a second. */
const KEY_GAP_MS = 3;

/** A line to a page's keyboard beside Playwright, which keeps a record of every call: too many for a day's scans. */
export type KeyLine = {
  /** Types a code as a scanner does, its Enter at `endMs`; resolves when the page has had its keys. */
  readonly scan: (code: string, endMs: number) => Promise<void>;
  readonly close: () => void;
};

/** Opens the line through the browser's own debugging door, which has to be open at `port`. */
export async function openKeyLine(port: number, url: string): Promise<KeyLine> {
  const pages = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as readonly {
    readonly url: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  const address = pages.find((page) => page.url === url)?.webSocketDebuggerUrl;
  if (address === undefined) throw new Error(`The browser has no page ${url}`);
  const socket = new WebSocket(address);
  await new Promise((opened, failed) => {
    socket.addEventListener('open', opened, { once: true });
    socket.addEventListener('error', failed, { once: true });
  });
  const waiting = new Map<number, () => void>();
  let sent = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id } = JSON.parse(String(data)) as { readonly id?: number };
    if (id === undefined) return;
    waiting.get(id)?.();
    waiting.delete(id);
  });
  return {
    scan: async (code, endMs) => {
      const events = strokesOf(code, endMs, KEY_GAP_MS).flatMap(strokeEvents);
      for (const params of events)
        socket.send(JSON.stringify({ id: (sent += 1), method: 'Input.dispatchKeyEvent', params }));
      const last = sent;
      await new Promise<void>((done) => waiting.set(last, done));
    },
    close: () => socket.close(),
  };
}

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
