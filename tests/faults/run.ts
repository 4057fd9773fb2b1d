import { parseArgs } from 'node:util';
import { takeRunTemp } from '../../build/checks/run-temp.ts';
import { bundlePrograms } from './programs.ts';
import { runStage, type StageRun } from './run-stage.ts';
import { runStages } from './run-stages.ts';
import { faultStages, soakStages } from './stages.ts';

/**
 * `npm run faults [-- --only X1,X4] [--quick] [--seed N] [--jobs N]`: every stage, judged from outside the app. The seed
 * of a run is printed; the same seed draws the same faults. Two stages run at a time unless told otherwise, those that
 * measure alone. With `--teeth` each stage runs without its protection and must find something. `npm run soak` is the
 * same for the stages that take an hour.
 */
takeRunTemp();
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    soak: { type: 'boolean', default: false },
    teeth: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: '2' },
  },
});
const run: StageRun = { tier: values.quick ? 'quick' : 'full', seed: Number(values.seed), teeth: values.teeth };
const wanted = values.only?.split(',').map((id) => id.trim().toUpperCase());
const all = values.soak ? soakStages : faultStages;
const stages = all
  .filter(({ teeth }) => !run.teeth || teeth !== undefined)
  .filter(({ id }) => wanted === undefined || wanted.includes(id));

console.log(
  `${run.teeth ? 'teeth' : `${run.tier} tier`}, seed ${run.seed}, ${stages.length} of ${all.length} stages\n`,
);
const programs = await bundlePrograms();
try {
  const [first] = stages;
  const { passed, failed } =
    first !== undefined && stages.length === 1
      ? await runStage(first, run)
      : await runStages(stages, run, Math.max(1, Number(values.jobs)));
  const missing = stages.length === 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed + missing} failed`);
  process.exitCode = failed + missing === 0 ? 0 : 1;
} finally {
  programs.remove();
}
