import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Line } from '../trial.ts';

/** A line that counts what it cut. */
export type CuttingLine = Line & { readonly cuts: () => number };

/** Longest stretch of a request or an answer before it is cut, in bytes. */
const MAX_BYTES = 1_500;

/**
 * Passes everything on to `target` until it cuts: a share of the connections is reset after a random number of bytes, in
 * one direction or the other, so that requests and answers break off anywhere.
 */
export async function cuttingLine(target: string, share: number, random: () => number): Promise<CuttingLine> {
  const { hostname, port } = new URL(target);
  let cuts = 0;
  let healed = false;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const cutAfter = !healed && random() < share ? Math.floor(random() * MAX_BYTES) : null;
    const upwards = random() < 0.5;
    const both = [near, far];
    for (const socket of both) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    const reset = (): void => {
      cuts += 1;
      for (const socket of both) socket.resetAndDestroy();
    };
    pass(near, far, upwards ? cutAfter : null, reset);
    pass(far, near, upwards ? null : cutAfter, reset);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    heal: () => {
      healed = true;
    },
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function pass(from: Socket, to: Socket, cutAfter: number | null, reset: () => void): void {
  let seen = 0;
  from.on('data', (bytes: Buffer) => {
    const left = cutAfter === null ? bytes.length : cutAfter - seen;
    seen += bytes.length;
    if (left >= bytes.length) {
      to.write(bytes);
      return;
    }
    to.write(bytes.subarray(0, Math.max(0, left)), reset);
  });
  from.on('end', () => to.end());
  from.on('close', () => to.destroy());
}
