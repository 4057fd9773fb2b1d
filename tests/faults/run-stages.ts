import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FaultStage } from './fault-stage.ts';
import type { StageCount, StageRun } from './run-stage.ts';
import type { StagePlan } from './stage-process.ts';

const ENTRY = join(import.meta.dirname, 'stage-process.ts');
const ID_WIDTH = 5;

/**
 * Runs stages in processes of their own: those that measure one after the other with nothing beside them, then the rest
 * `jobs` at a time. Each line is printed behind the id of its stage.
 */
export async function runStages(stages: readonly FaultStage[], run: StageRun, jobs: number): Promise<StageCount> {
  const total = { passed: 0, failed: 0 };
  const work = async (queue: FaultStage[]): Promise<void> => {
    for (let stage = queue.shift(); stage !== undefined; stage = queue.shift()) {
      const { passed, failed } = await runApart({ ...run, id: stage.id });
      total.passed += passed;
      total.failed += failed;
    }
  };
  await work(stages.filter(({ alone }) => alone === true));
  const queue = stages.filter(({ alone }) => alone !== true);
  await Promise.all(Array.from({ length: jobs }, () => work(queue)));
  return total;
}

/** A stage whose process dies has failed. */
async function runApart(plan: StagePlan): Promise<StageCount> {
  const child = fork(ENTRY, [JSON.stringify(plan)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let count: StageCount | null = null;
  child.on('message', (message) => {
    count = message as StageCount;
  });
  if (child.stdout === null) throw new Error('a stage without an output');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => console.log(`${plan.id.padEnd(ID_WIDTH)}${line}`));
  const [[code]] = (await Promise.all([once(child, 'exit'), once(lines, 'close')])) as [[number | null], unknown];
  if (count !== null) return count;
  console.log(`${plan.id.padEnd(ID_WIDTH)}FAILED its process ended with ${code ?? child.signalCode}`);
  return { passed: 0, failed: 1 };
}
