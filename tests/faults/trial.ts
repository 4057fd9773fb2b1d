import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultInput } from '../../electron/training/faults/fault.ts';
import { seeded } from '../outbox/simulation.ts';
import { spawnTraining, type Training } from '../support/training.ts';
import { type Ending, killed, packUntilEnded, runToEnd } from './desk-child.ts';
import type { DeskEnd, DeskPlan, Protection, ClockOff } from './desk-plan.ts';
import { judge, readLedger, type Verdict } from './judge.ts';
import { planPackages } from './plan-packages.ts';

export type TrialOptions = {
  readonly cycles: number;
  readonly seed: number;
  readonly packagesPerCycle?: number;
  /** Taken away, so that the run must find something. */
  readonly without?: Protection;
  /** Folder the data folder is made in. Default: {@link swiftFolder}. */
  readonly volume?: string;
  /** How each desk ends. Default: SIGKILL. */
  readonly ending?: Ending;
  /** Everything is one Douyin shop's and due together, so that several orders share a call. */
  readonly batches?: boolean;
  /** What the platforms do to shipments. Default: the mixture of RELIABILITY 6a. */
  readonly faults?: readonly FaultInput[];
  /** A line between the desk and the platforms. */
  readonly through?: (baseUrl: string, random: () => number) => Promise<Line>;
  /** How wrong the clock of a desk is. */
  readonly clockOff?: (random: () => number) => ClockOff;
  /** Called while no desk runs. */
  readonly between?: (dataDir: string, cycle: number) => void;
  /** What dies with the process: nothing, or what its disk had not flushed. */
  readonly disk?: Disk;
};

/** A line that may be cut. */
export type Line = { readonly baseUrl: string; readonly heal: () => void; readonly close: () => void };

/** A disk that may lose what was not flushed. */
export type Disk = {
  /** What the desk's process needs in its environment. */
  readonly env: (dataDir: string) => Readonly<Record<string, string>>;
  /** The power goes: leaves in the folder what the disk would still have. */
  readonly cut: (dataDir: string, random: () => number) => void;
};

export type TrialReport = Verdict & {
  readonly kills: number;
  readonly acknowledged: number;
  /** Decided by a person in the end, because the machine may resend only once. */
  readonly byPerson: number;
  readonly end: DeskEnd;
};

/** Batches are sent once all is saved, which takes a busy machine a while. */
const MAX_REST_MS = { single: 80, batches: 300 };

/** Timings a shop on this machine may have; the settle time is well above what the practice platform needs to apply. */
const SETTINGS = {
  'outbox.callTimeoutMs': 1_000,
  'outbox.settleMs': 1_500,
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

/** Answers to batches take a while, so that desks die between what happened and what they were told. */
const LATE_ANSWER = { mode: 'slow-answer', delayMs: 200 } as const;

/**
 * Ends a desk again and again while it packs and sends for shops on five platforms, starts it again, and lets the
 * platforms' own ledger judge. The app's database never judges itself.
 */
export async function runTrial(options: TrialOptions): Promise<TrialReport> {
  const { cycles, seed, packagesPerCycle = 8, disk, ending = killed } = options;
  const random = seeded(seed);
  const dataDir = mkdtempSync(join(options.volume ?? swiftFolder(), 'dispatch-desk-trial-'));
  const training = await spawnTraining(['--seed', String(seed), '--orders', '10', '--takes-repeats']);
  const line = await options.through?.(training.baseUrl, random);
  try {
    const plan = await planTrial({ training, options, dataDir, random, baseUrl: line?.baseUrl });
    for (const fault of options.faults ?? (options.batches ? [...FAULTS, LATE_ANSWER] : FAULTS))
      await training.desk.setFault({ ...fault, count: 'always', calls: ['send'] });
    const acknowledged = new Set<string>();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const open = plan.packages.filter(({ payload }) => !acknowledged.has(payload.orderId));
      const packages = open.slice(0, packagesPerCycle);
      const death = {
        afterSaves: Math.floor(random() * packagesPerCycle),
        restMs: Math.floor(random() * MAX_REST_MS[options.batches === true ? 'batches' : 'single']),
        ending,
      };
      const clock = options.clockOff?.(random);
      await packUntilEnded(
        { ...plan, packages, ...(clock === undefined ? {} : { clock }) },
        death,
        acknowledged,
        disk?.env(dataDir),
      );
      disk?.cut(dataDir, random);
      options.between?.(dataDir, cycle);
    }
    line?.heal();
    return await settle(training, plan, { acknowledged, cycles });
  } finally {
    line?.close();
    await training.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const IN_MEMORY = '/dev/shm';

/**
 * In memory where the machine has such a folder: what a dead process wrote is there for the next one just as on a disk,
 * and nothing waits for flushes. What a disk loses with the power is left out by {@link Disk}.
 */
const swiftFolder = (): string => (existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir());

/** The whole work of a trial and how its desks are set up. */
async function planTrial(deps: {
  readonly training: Training;
  readonly options: TrialOptions;
  readonly dataDir: string;
  readonly random: () => number;
  readonly baseUrl: string | undefined;
}): Promise<DeskPlan> {
  const { training, options, dataDir, random, baseUrl } = deps;
  const { cycles, packagesPerCycle = 8, without = null, batches = false } = options;
  const work = await planPackages(training, cycles * packagesPerCycle, random, batches ? 'douyin' : undefined);
  return {
    dataDir,
    packages: work.packages,
    shops: work.shops.map((shop) => (baseUrl === undefined ? shop : { ...shop, baseUrl })),
    settings: without === 'settle' ? { ...SETTINGS, 'outbox.settleMs': 0 } : SETTINGS,
    task: 'pack',
    shipped: [],
    without,
    together: batches,
    drainMs: 60_000 + work.packages.length * 20,
  };
}

/** Works everything off on healthy platforms; what the machine leaves to a person is decided by the judge's truth. */
async function settle(
  training: Training,
  plan: DeskPlan,
  { acknowledged, cycles }: { readonly acknowledged: ReadonlySet<string>; readonly cycles: number },
): Promise<TrialReport> {
  await training.desk.clearFaults();
  await runToEnd({ ...plan, task: 'drain' });
  const { shipped } = await readLedger(training);
  const end = await runToEnd({ ...plan, task: 'decide', shipped: [...shipped] });
  const verdict = await judge(training, { acknowledged, end });
  return { ...verdict, kills: cycles, acknowledged: acknowledged.size, byPerson: end.byPerson, end };
}
