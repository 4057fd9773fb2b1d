import { readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { percentile } from '../../bench/measure.ts';
import type { DeskPlan } from '../desk-plan.ts';
import { openPlanDesk } from '../plan-desk.ts';

/**
 * A desk that saves at an even pace while it sends, and then works off what is left. Prints what it took: each save is
 * measured from the moment it was due, so that a loop held up by something else counts too.
 */
export type LoadPlan = DeskPlan & {
  /** Time between two saves in ms; 0 saves everything at once, as an import does. */
  readonly everyMs: number;
  /** Works off what is left before it ends. */
  readonly drains: boolean;
};

/** One look at the process and its files. */
export type Sample = { readonly atMs: number; readonly rssMb: number; readonly files: number; readonly walMb: number };

export type LoadFigures = {
  readonly ackMs: { readonly p50: number; readonly p99: number; readonly most: number };
  readonly loopMs: { readonly p99: number; readonly most: number };
  readonly samples: readonly Sample[];
  /** What is still in use after a collection, a fifth of the way and at the end of packing. */
  readonly liveMb: { readonly warm: number; readonly end: number };
  readonly packedMs: number;
  readonly drainedMs: number;
  readonly timedOut: boolean;
};

const SAMPLE_MS = 2_000;
const WARM_UP_MS = 2_000;
const MB = 1_048_576;

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as LoadPlan;
const say = (line: Readonly<Record<string, unknown>>): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};
const { outbox, database } = await openPlanDesk(plan, say);
const round = (ms: number): number => Math.round(ms * 100) / 100;

const startedAt = performance.now();
const samples: Sample[] = [];
function look(): void {
  const wal = statSync(join(plan.dataDir, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0;
  const files = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
  const atMs = Math.round(performance.now() - startedAt);
  samples.push({ atMs, rssMb: Math.round(process.memoryUsage().rss / MB), files, walMb: Math.round(wal / MB) });
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
function liveMb(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MB;
}
const live = { warm: 0, end: 0 };

async function pack(): Promise<number[]> {
  const inputs = plan.packages.map((input) => ({ ...input, carrierName: '', operator: 'packer' }));
  if (plan.everyMs === 0) {
    for (const [n, saved] of (await outbox.enqueueAll(inputs)).entries())
      say(saved.ok ? { saved: inputs[n]?.payload.orderId } : { error: saved.error.code });
    return [performance.now() - startedAt];
  }
  const took: number[] = [];
  // A packer starts some time after the desk.
  const firstAt = performance.now() + WARM_UP_MS;
  for (const [n, input] of inputs.entries()) {
    const dueAt = firstAt + n * plan.everyMs;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, dueAt - performance.now())));
    const saved = outbox.enqueue(input);
    took.push(performance.now() - dueAt);
    say(saved.ok ? { saved: input.payload.orderId } : { error: saved.error.code });
    if (n === Math.floor(inputs.length / 5)) live.warm = liveMb();
  }
  live.end = liveMb();
  return took;
}

const loop = monitorEventLoopDelay({ resolution: 1 });
loop.enable();
const timer = setInterval(look, SAMPLE_MS);
outbox.start();
const took = await pack();
const packedMs = performance.now() - startedAt;
const { timedOut } = plan.drains
  ? await outbox.drain({ untilIdle: true, timeoutMs: plan.drainMs })
  : { timedOut: false };
const drainedMs = performance.now() - startedAt - packedMs;
look();
clearInterval(timer);
await outbox.stop();
say({
  ...{ samples, timedOut, liveMb: live, packedMs: round(packedMs), drainedMs: round(drainedMs) },
  ackMs: { p50: round(percentile(took, 50)), p99: round(percentile(took, 99)), most: round(percentile(took, 100)) },
  loopMs: { p99: round(loop.percentile(99) / 1e6), most: round(loop.max / 1e6) },
});
outbox.close();
database.close();
process.exit(0);
