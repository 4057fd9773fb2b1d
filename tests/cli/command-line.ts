import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../electron/cli/run-cli.ts';
import { startTraining } from '../support/training.ts';

const ENTRY = join(import.meta.dirname, '../../electron/cli/index.ts');

export type Ended = {
  readonly code: number | null;
  readonly out: string;
  readonly complaint: string;
  /** What stands on stdout as JSON; throws where it is not exactly one JSON value. */
  readonly json: <Value = Record<string, unknown>>() => Value;
};

type Env = Readonly<Record<string, string>>;
const ENGLISH: Env = { LANG: 'en_US.UTF-8' };

/** The command line on one data folder, run inside the test's process; in English unless the environment says otherwise. */
export function commandLine(dataDir: string, env: Env = ENGLISH) {
  return async (...args: string[]): Promise<Ended> => {
    const { exit, out, complaint } = await runCli({
      args: ['--data', dataDir, ...args],
      machine: { platform: process.platform, env, home: tmpdir() },
      entry: ENTRY,
      progress: null,
      asked: new Promise<void>(() => undefined),
    });
    return { code: exit, out, complaint, json: <Value>() => JSON.parse(out) as Value };
  };
}

/** The same as a process of its own, as a warehouse's script starts it. */
export function spawnedCommandLine(dataDir: string) {
  return (...args: string[]): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const env = { PATH: process.env['PATH'], HOME: tmpdir(), ...ENGLISH };
      const child = spawn(process.execPath, [ENTRY, '--data', dataDir, ...args], { env });
      let out = '';
      let complaint = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, out, complaint, json: <Value>() => JSON.parse(out) as Value }));
    });
}

/** A folder that does not exist yet. */
export const newDataDir = (): string => join(mkdtempSync(join(tmpdir(), 'cli-')), 'data');

/** Writes a file beside the data folder and gives its path. */
export function fileBeside(dataDir: string, name: string, content: string | Uint8Array | object): string {
  const file = join(dataDir, '..', name);
  const text = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
  writeFileSync(file, text);
  return file;
}

/** A command line, the practice platforms, and a shop file that fits them. */
export async function setup(orders = 30) {
  const training = await startTraining({ orders });
  const dataDir = newDataDir();
  const cli = commandLine(dataDir);
  const [shop] = await training.desk.shops();
  if (shop === undefined) throw new Error('no practice shop');
  const { platform, baseUrl, appId, appSecret } = shop;
  const shopJson = { name: 'Qinghe', platform, baseUrl, credentials: { appId, appSecret } };
  const shopFile = fileBeside(dataDir, 'shop.json', shopJson);
  return { training, desk: training.desk, dataDir, cli, appId, shopJson, shopFile, stop: training.stop };
}
export type CliSetup = Awaited<ReturnType<typeof setup>>;

/** The same, with the shop added, its orders pulled, and quick timings where the answer is lost. */
export async function setupWithOrders(orders = 30) {
  const all = await setup(orders);
  await all.cli('shops', 'add', all.shopFile);
  await all.cli('orders', 'pull', '--shop', 'Qinghe');
  for (const [key, value] of [
    ['outbox.callTimeoutMs', '2000'],
    ['outbox.settleMs', '200'],
    ['outbox.readBackSpacingMs', '200'],
  ] as const)
    await all.cli('settings', 'set', key, value);
  const ofShop = async (kind: Parameters<typeof all.desk.orders>[0]) =>
    (await all.desk.orders(kind)).filter((order) => order.appId === all.appId);
  return { ...all, ofShop };
}

/** A shipment file. */
export const shipmentFile = (rows: readonly string[]): string =>
  ['shop,order_id,carrier,waybill,product_id,sku_id,quantity,child_order_id,serial_number,deliver_type', ...rows].join(
    '\n',
  );
