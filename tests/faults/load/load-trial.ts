import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry } from '../../../electron/training/book/ledger-entry.ts';
import type { ShopKey } from '../../../electron/training/practice/practice-shops.ts';
import { seeded } from '../../outbox/simulation.ts';
import { spawnTraining, type Training } from '../../support/training.ts';
import { runToEnd, startDesk } from '../desk-child.ts';
import type { DeskEnd, DeskLine, Protection } from '../desk-plan.ts';
import { judge, type Verdict } from '../judge.ts';
import { type PackedWork, planPackages } from '../plan-packages.ts';
import type { LoadFigures, LoadPlan } from './load-process.ts';

export type LoadTrial = {
  readonly count: number;
  readonly everyMs: number;
  readonly seed: number;
  /** How long the platforms cannot be reached at first. */
  readonly outageMs?: number;
  /** What lies in the data folder before the desk is opened. */
  readonly prepare?: (dataDir: string) => void;
  /** How long it may take to work off what is left; default by the number of packages. */
  readonly drainMs?: number;
  /** All of it is one shop's. */
  readonly only?: ShopKey;
  /** Taken away, so that the run must find something. */
  readonly without?: Protection;
  /** Changes where the shops' calls go. */
  readonly route?: (shop: PackedWork['shops'][number]) => PackedWork['shops'][number];
};

export type LoadReport = {
  readonly figures: LoadFigures;
  readonly acknowledged: number;
  readonly verdict: Verdict;
  readonly end: DeskEnd;
  readonly ledger: readonly LedgerEntry[];
  readonly work: PackedWork;
};

/** Each shipment takes the slowest platform about so long. */
const DRAIN_MS_A_PACKAGE = 60;

/** A desk in a process of its own under load, in front of well platforms, judged by their ledger. */
export async function runLoad(trial: LoadTrial): Promise<LoadReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-load-'));
  const training = await spawnTraining(['--seed', String(trial.seed), '--orders', '10', '--takes-repeats']);
  try {
    trial.prepare?.(dataDir);
    const planned = await planPackages(training, trial.count, seeded(trial.seed), trial.only);
    const work = { ...planned, shops: planned.shops.map(trial.route ?? ((shop) => shop)) };
    const plan: LoadPlan = {
      ...{ dataDir, ...work, settings: {}, task: 'pack', shipped: [], without: trial.without ?? null },
      ...{ everyMs: trial.everyMs, drains: true, drainMs: trial.drainMs ?? 120_000 + trial.count * DRAIN_MS_A_PACKAGE },
    };
    const acknowledged = new Set<string>();
    const figures = await underLoad(plan, { training, acknowledged, outageMs: trial.outageMs ?? 0 });
    const end = await runToEnd({ ...plan, task: 'drain', drainMs: 1_000 });
    const verdict = await judge(training, { acknowledged, end });
    const ledger = await training.desk.ledger();
    return { figures, verdict, end, ledger, work, acknowledged: acknowledged.size };
  } finally {
    await training.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function underLoad(
  plan: LoadPlan,
  { training, acknowledged, outageMs }: { training: Training; acknowledged: Set<string>; outageMs: number },
): Promise<LoadFigures> {
  let figures: LoadFigures | null = null;
  if (outageMs > 0) await training.desk.setFault({ mode: 'offline', durationMs: outageMs });
  const hear = (line: DeskLine | LoadFigures): void => {
    if ('ackMs' in line) figures = line;
    else if ('saved' in line) acknowledged.add(line.saved);
  };
  const { child, ended } = startDesk<DeskLine | LoadFigures>(plan, hear, {}, 'load');
  await ended;
  if (figures === null) throw new Error(`the desk ended with ${child.exitCode} and told no figures`);
  return figures;
}

/** The most requests of one shop's platform that arrived within any second, by the ledger's own times. */
export function busiestSecond(ledger: readonly LedgerEntry[], isCounted: (entry: LedgerEntry) => boolean): number {
  const times = ledger.filter((entry) => entry.kind === 'request' && isCounted(entry)).map(({ at }) => at);
  let from = 0;
  let most = 0;
  for (const [to, at] of times.entries()) {
    while (at - (times[from] ?? at) >= 1_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
