import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineFault } from '../faults/fault.ts';

/**
 * The door of the practice platforms on the loopback interface, and a second one for the training desk that stays open
 * while the first is shut: a shut door is a port nobody listens on, so callers are refused as on a dead line.
 */
export type Listener = {
  readonly port: number;
  readonly adminPort: number;
  /** Brings the platform door in line with a line fault, or opens it; takes effect at once. */
  readonly setLine: (fault: LineFault | undefined) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const HOST = '127.0.0.1';
const REOPEN_TRIES = 50;
const REOPEN_WAIT_MS = 100;

export async function openListener(deps: {
  /** Port to take if it is free; 0 for any. */
  readonly port: number;
  readonly onRequest: RequestListener;
}): Promise<Listener> {
  const admin = createServer(deps.onRequest);
  const door = createServer(deps.onRequest);
  const sockets = new Set<Socket>();
  let resetting = false;
  let open = true;
  door.on('connection', (socket) => {
    if (resetting) {
      socket.resetAndDestroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  const port = await listen(door, deps.port).catch(() => listen(door, 0));
  const adminPort = await listen(admin, 0);
  const setOpen = async (wanted: boolean): Promise<void> => {
    if (wanted === open) return;
    open = wanted;
    if (wanted) await reopen(door, port);
    else door.close();
  };
  let settled: Promise<void> = Promise.resolve();
  const settle = async (fault: LineFault | undefined): Promise<void> => {
    resetting = fault === 'reset-on-accept';
    await setOpen(fault !== 'offline');
    if (fault !== undefined) for (const socket of sockets) cutUnlessAnswering(socket);
  };
  return {
    port,
    adminPort,
    setLine: (fault) => {
      settled = settled.then(() => settle(fault));
      return settled;
    },
    stop: async () => {
      await Promise.all([close(door), close(admin)]);
    },
  };
}

/** Marks the socket whose request switched the line off: its answer still goes out. */
export const ANSWERING = Symbol('answering');

function cutUnlessAnswering(socket: Socket): void {
  if (!(ANSWERING in socket)) socket.resetAndDestroy();
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The practice server has no port');
  return address.port;
}

/** Another process may have taken the port for a moment, for example as the near end of a connection. */
async function reopen(server: Server, port: number): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await listen(server, port);
      return;
    } catch (error) {
      if (tries >= REOPEN_TRIES) throw error;
      await sleep(REOPEN_WAIT_MS);
    }
  }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
