import { runStage, type StageCount, type StageRun } from './run-stage.ts';
import { faultStages, soakStages } from './stages.ts';

/** One stage in a process of its own: its own loop, so that none holds up the kills of another. Told by argument. */
export type StagePlan = StageRun & { readonly id: string };

const plan = JSON.parse(process.argv[2] ?? '') as StagePlan;
const stage = [...faultStages, ...soakStages].find(({ id }) => id === plan.id);
if (stage === undefined) throw new Error(`no stage ${plan.id}`);
const count: StageCount = await runStage(stage, plan);
process.send?.(count);
process.disconnect?.();
