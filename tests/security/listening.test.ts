import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { LAUNCH_LINK, startHostProcess } from '../support/host-process.ts';
import { temporaryFolder } from '../support/hosts.ts';
import { enter, pageHeaders, sendRaw } from '../support/loopback-client.ts';
import { fileBeside, setupWithOrders, shipmentFile, spawnedCommandLine } from '../cli/command-line.ts';

const LISTENING = '0A';
const TABLES = { tcp: LISTENING, tcp6: LISTENING, udp: '07', udp6: '07' } as const;

/** Addresses a process and its children wait on, as `ss -ltnu` shows them: `tcp 127.0.0.1:4321`. */
function waitingOn(pid: number): readonly string[] {
  const own = new Set([pid, ...childrenOf(pid)].flatMap(socketsOf));
  return Object.entries(TABLES).flatMap(([table, state]) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === state && own.has(fields[9] ?? ''))
      .map((fields) => `${table} ${addressOf(fields[1] ?? '')}`),
  );
}

const childrenOf = (pid: number): readonly number[] => {
  const own = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return own.flatMap((child) => [child, ...childrenOf(child)]);
};

const socketsOf = (pid: number): readonly string[] =>
  readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(join(`/proc/${pid}/fd`, fd)))?.[1] ?? [];
    } catch {
      return [];
    }
  });

/** The kernel writes addresses as hexadecimal words of the machine's own byte order. */
function addressOf(text: string): string {
  const [address = '', port = ''] = text.split(':');
  const bytes = address.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  return `${bytes.length === 4 ? bytes.reverse().join('.') : address}:${Number.parseInt(port, 16)}`;
}

it('a running desk waits on one port of the loopback address; with practice on, its platforms on theirs; nothing else', async () => {
  const host = startHostProcess(['--data', temporaryFolder(), '--no-open']);
  const link = await host.says(LAUNCH_LINK);
  const { origin, host: own } = new URL(link);
  const pid = host.child.pid ?? 0;
  expect(waitingOn(pid)).toEqual([`tcp ${own}`]);
  const headers = pageHeaders(origin, await enter(link));
  const body = JSON.stringify({ name: 'training.start', input: {} });
  const started = await sendRaw(origin, '/call', { method: 'POST', headers, body });
  expect(JSON.parse(started.body)).toMatchObject({ ok: true });
  const waiting = waitingOn(pid);
  expect(waiting.length).toBeGreaterThan(1);
  for (const address of waiting) expect(address).toMatch(/^tcp 127\.0\.0\.1:\d+$/);
}, 120_000);

it('the command line waits on nothing while it sends', async () => {
  const { dataDir, desk, ofShop, stop } = await setupWithOrders(10);
  onTestFinished(stop);
  const [order] = await ofShop('single');
  const file = fileBeside(dataDir, 'ship.csv', shipmentFile([`Qinghe,${order?.orderId},ZTO,75531717195834,,,,,,`]));
  const cli = spawnedCommandLine(dataDir);
  await cli('shipments', 'import', file);
  await desk.setFault({ mode: 'slow', delayMs: 1_500, calls: ['send'] });
  const seen: string[] = [];
  let asked = 0;
  const sending = cli('outbox', 'drain').then(() => 'over' as const);
  for (;;) {
    for (const pid of childrenOf(process.pid)) {
      asked += 1;
      seen.push(...stillThere(pid));
    }
    if ((await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, 50))])) === 'over') break;
  }
  expect(asked).toBeGreaterThan(3);
  expect(seen).toEqual([]);
}, 120_000);

/** A process may end between being found and being looked at. */
function stillThere(pid: number): readonly string[] {
  try {
    return waitingOn(pid);
  } catch {
    return [];
  }
}

it('a port on every address of the machine would be seen', async () => {
  const server = createServer().listen(0, '0.0.0.0');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  expect(waitingOn(process.pid).some((address) => address.startsWith('tcp 0.0.0.0:'))).toBe(true);
});
