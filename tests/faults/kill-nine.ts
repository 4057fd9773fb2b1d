import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { spawnTraining, type Training } from '../support/training.ts';
import { seeded } from '../outbox/simulation.ts';
import type { DeskEnd, DeskLine, DeskPlan } from './desk-plan.ts';

export type KillOptions = {
  readonly cycles: number;
  readonly seed: number;
  /** Put what a dead process was sending back into the queue: the run must then find doubled shipments. */
  readonly naive?: boolean;
};

export type KillReport = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged, and neither applied nor waiting visibly for a person. */
  readonly lost: number;
  /** Orders the platform was asked to ship again after it had; the practice platform takes repeats here. */
  readonly doubled: number;
  readonly falselyShipped: number;
  /** Decided by a person in the end, because the machine may resend only once. */
  readonly byPerson: number;
  readonly end: DeskEnd;
};

const PACKAGES_PER_CYCLE = 8;
/** A desk dies this long after it has saved some of its packages, so that slow machines kill in the middle too. */
const MAX_REST_MS = 80;
const ENTRY = join(import.meta.dirname, 'desk-process.ts');

/** Timings a shop on this machine may have; the settle time is well above what the practice platform needs to apply. */
const SETTINGS = {
  'outbox.callTimeoutMs': 1_000,
  'outbox.settleMs': 700,
  'outbox.readBackSpacingMs': 150,
};

/** The mixture of RELIABILITY 6a, spoiling shipments by chance. */
const FAULTS = [
  { mode: 'busy', probability: 0.05 },
  { mode: 'reset-before', probability: 0.05 },
  { mode: 'reset-after', probability: 0.05 },
  { mode: 'bad-gateway-after', probability: 0.04 },
  { mode: 'truncated-after', probability: 0.04 },
  { mode: 'minus-one-after', probability: 0.04 },
] as const;

/**
 * Kills a desk at random moments while it packs and sends, starts it again, and lets the platform's own ledger judge.
 * The app's database never judges itself.
 */
export async function killNine({ cycles, seed, naive = false }: KillOptions): Promise<KillReport> {
  const random = seeded(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-kill-'));
  const training = await spawnTraining(['--seed', String(seed), '--orders', '10', '--takes-repeats']);
  try {
    const plan = await makePlan(training, dataDir, cycles * PACKAGES_PER_CYCLE, naive);
    for (const fault of FAULTS) await training.desk.setFault({ ...fault, count: 'always', calls: ['send'] });
    const acknowledged = new Set<string>();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const packages = plan.packages.slice(0, (cycle + 1) * PACKAGES_PER_CYCLE);
      const unsaved = packages.filter(({ orderId }) => !acknowledged.has(orderId));
      const death = {
        afterSaves: Math.floor(random() * PACKAGES_PER_CYCLE),
        restMs: Math.floor(random() * MAX_REST_MS),
      };
      await packUntilKilled({ ...plan, packages: unsaved }, death, acknowledged);
    }
    await training.desk.clearFaults();
    await runToEnd({ ...plan, task: 'drain' });
    const shipped = await shippedOrders(training);
    const end = await runToEnd({ ...plan, task: 'decide', shipped: [...shipped] });
    return await judge(training, { kills: cycles, acknowledged, end });
  } finally {
    await training.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function makePlan(training: Training, dataDir: string, count: number, naive: boolean): Promise<DeskPlan> {
  const [shop] = await training.desk.shops();
  if (shop === undefined) throw new Error('no practice shop');
  const orders = await training.desk.addOrders({ count, kind: 'single', shop: 'living' });
  const { appId, appSecret } = shop;
  return {
    dataDir,
    shopId: 'desk-shop',
    baseUrl: shop.baseUrl,
    credentials: { appId, appSecret },
    settings: SETTINGS,
    task: 'pack',
    shipped: [],
    naive,
    packages: orders.map(
      (order, index): SendPayload => ({
        version: 1,
        kind: 'send',
        orderId: order.orderId,
        whole: true,
        deliver: {
          type: 'courier',
          carrierCode: 'ZTO',
          carrierName: '中通快递',
          waybill: `78${String(300_000_000_000 + index).slice(0, 12)}`,
        },
        items: order.items.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity })),
      }),
    ),
  };
}

/** Starts a desk and feeds its lines to `hear`; the plan travels in a file. */
function startDesk(plan: DeskPlan, hear: (line: DeskLine) => void) {
  const file = join(plan.dataDir, 'plan.json');
  writeFileSync(file, JSON.stringify(plan));
  const child = spawn(process.execPath, [ENTRY, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => {
    // A line the kill cut in half was not a promise.
    if (text.endsWith('}')) hear(JSON.parse(text) as DeskLine);
  });
  return { child, ended: Promise.all([once(child, 'exit'), once(lines, 'close')]) };
}

type Death = { readonly afterSaves: number; readonly restMs: number };

async function packUntilKilled(plan: DeskPlan, death: Death, acknowledged: Set<string>): Promise<void> {
  let saves = 0;
  const dieSoon = (): void => {
    if (saves === Math.min(death.afterSaves, plan.packages.length))
      setTimeout(() => child.kill('SIGKILL'), death.restMs);
  };
  const { child, ended } = startDesk(plan, (line) => {
    if ('saved' in line) {
      acknowledged.add(line.saved);
      saves += 1;
    }
    if ('ready' in line || 'saved' in line) dieSoon();
  });
  await ended;
  if (child.signalCode !== 'SIGKILL') throw new Error(`the desk ended by itself with ${child.exitCode}`);
}

async function runToEnd(plan: DeskPlan): Promise<DeskEnd> {
  let end: DeskEnd | null = null;
  const { child, ended } = startDesk({ ...plan, packages: [] }, (line) => {
    if ('states' in line) end = line;
  });
  await ended;
  if (end === null) throw new Error(`the desk ended with ${child.exitCode} and said nothing`);
  return end;
}

const shippedOrders = async (training: Training): Promise<Set<string>> =>
  new Set((await training.desk.applied()).map(({ orderId }) => orderId));

type Evidence = {
  readonly kills: number;
  readonly acknowledged: ReadonlySet<string>;
  readonly end: DeskEnd;
};

async function judge(training: Training, { kills, acknowledged, end }: Evidence): Promise<KillReport> {
  const shipped = await shippedOrders(training);
  const states = new Map(end.states);
  const visible = new Set(['held', 'rejected', 'conflict', 'cancelled', 'quarantined']);
  const lost = [...acknowledged].filter((id) => !shipped.has(id) && !visible.has(states.get(id) ?? '')).length;
  const falselyShipped = [...states].filter(([id, state]) => state === 'shipped' && !shipped.has(id)).length;
  return {
    kills,
    acknowledged: acknowledged.size,
    lost,
    falselyShipped,
    doubled: (await askedAgain(training)).size,
    byPerson: end.byPerson,
    end,
  };
}

/** Orders for which a shipment arrived after one had taken effect. */
async function askedAgain(training: Training): Promise<Set<string>> {
  const applied = new Set<string>();
  const again = new Set<string>();
  for (const entry of await training.desk.ledger()) {
    if (entry.kind === 'applied') applied.add(entry.orderId);
    if (entry.kind === 'request' && entry.call === 'send' && applied.has(entry.orderId)) again.add(entry.orderId);
  }
  return again;
}
