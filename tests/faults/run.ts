import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { takeRunTemp } from '../../build/checks/run-temp.ts';
import type { FaultStage, FaultTier } from './fault-stage.ts';
import { faultStages, soakStages } from './stages.ts';

/**
 * `npm run faults [-- --only X1,X4] [--quick] [--seed N]`: every stage in turn, judged from outside the app. The seed of
 * a run is printed; the same seed draws the same faults. With `--teeth` each
 * stage runs without its protection and must find something. `npm run soak` is the same for the stages that take an hour.
 */
takeRunTemp();
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    soak: { type: 'boolean', default: false },
    teeth: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const tier: FaultTier = values.quick ? 'quick' : 'full';
const seed = Number(values.seed);
const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase());
const all = values.soak ? soakStages : faultStages;
const stages = all
  .filter(({ teeth }) => !values.teeth || teeth !== undefined)
  .filter(({ id }) => wanted === undefined || wanted.includes(id));
const total = { passed: 0, failed: stages.length === 0 ? 1 : 0 };

console.log(`${tier} tier, seed ${seed}, ${stages.length} of ${all.length} stages`);
for (const stage of stages) {
  const count = values.teeth ? await showTeeth(stage) : await runStage(stage);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runStage({ id, title, run }: FaultStage): Promise<{ passed: number; failed: number }> {
  const startedAt = performance.now();
  console.log(`\n${id} ${title}`);
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
async function showTeeth({ id, title, teeth, run }: FaultStage): Promise<{ passed: number; failed: number }> {
  console.log(`\n${id} ${title}, without: ${teeth?.without}`);
  const found = await (teeth?.run ?? run)({ tier: 'quick', seed, tell: () => undefined }).then(
    ({ checks }) => checks.filter((check) => !check.passed).map(({ name }) => name),
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  console.log(found.length > 0 ? `  bites  ${found.join(' · ')}` : '  FAILED finds nothing');
  return found.length > 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
