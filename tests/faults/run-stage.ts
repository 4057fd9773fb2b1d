import { performance } from 'node:perf_hooks';
import type { FaultStage, FaultTier } from './fault-stage.ts';

export type StageCount = { readonly passed: number; readonly failed: number };

export type StageRun = {
  readonly tier: FaultTier;
  readonly seed: number;
  /** Without its protection: then it must find something. */
  readonly teeth: boolean;
};

/** Runs one stage and prints what it saw. */
export const runStage = (stage: FaultStage, run: StageRun): Promise<StageCount> =>
  run.teeth ? showTeeth(stage, run) : showReport(stage, run);

async function showReport({ id, title, run }: FaultStage, { tier, seed }: StageRun): Promise<StageCount> {
  const startedAt = performance.now();
  console.log(`${id} ${title}`);
  try {
    const { counts, checks, figures = [] } = await run({ tier, seed, tell: (line) => console.log(`  … ${line}`) });
    console.log(`  ${counts} (${Math.round((performance.now() - startedAt) / 1000)} s)`);
    for (const { name, passed } of checks) console.log(`  ${passed ? 'ok    ' : 'FAILED'} ${name}`);
    for (const { name, value, target, isMet } of figures)
      console.log(`  ${isMet ? 'met   ' : 'MISSED'} ${name}: ${value} (${target})`);
    const passed = checks.filter((check) => check.passed).length;
    return { passed, failed: checks.length - passed };
  } catch (error) {
    console.log(`  FAILED ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

/** A stage that finds nothing without its protection proves nothing with it. */
async function showTeeth({ id, title, teeth, run }: FaultStage, { seed }: StageRun): Promise<StageCount> {
  console.log(`${id} ${title}, without: ${teeth?.without}`);
  const found = await (teeth?.run ?? run)({ tier: 'quick', seed, tell: () => undefined }).then(
    ({ checks }) => checks.filter((check) => !check.passed).map(({ name }) => name),
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  console.log(found.length > 0 ? `  bites  ${found.join(' · ')}` : '  FAILED finds nothing');
  return found.length > 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
