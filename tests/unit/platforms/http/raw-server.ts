import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server of bare sockets that does to a client whatever a test wants, and counts what reached it. */
export type RawServer = {
  readonly url: string;
  readonly port: number;
  /** Text received, one entry a connection. */
  readonly received: readonly string[];
  readonly close: () => Promise<void>;
};

/** `onRequest` runs once per connection when a whole request head (and its declared body) has arrived. */
export async function startRawServer(options: {
  readonly onConnect?: (socket: Socket) => void;
  readonly onRequest?: (socket: Socket, text: string) => void;
  readonly host?: string;
}): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const slot = received.push('') - 1;
    let answered = false;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    options.onConnect?.(socket);
    socket.on('data', (chunk) => {
      received[slot] += chunk.toString('latin1');
      if (answered || !isComplete(received[slot] ?? '')) return;
      answered = true;
      options.onRequest?.(socket, received[slot] ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, options.host ?? '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, received, close: () => stop(server, sockets) };
}

function isComplete(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? '0');
  return text.length >= end + 4 + length;
}

function stop(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A whole answer with its length, closing the connection afterwards. */
export const answer = (status: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const all = { 'Content-Length': String(bytes.length), Connection: 'close', ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head.join('')}\r\n`), bytes]);
};
