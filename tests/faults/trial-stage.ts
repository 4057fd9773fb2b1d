import type { Protection } from './desk-plan.ts';
import type { FaultCheck, FaultStage, FaultTier } from './fault-stage.ts';
import { reportOf } from './trial-report.ts';
import { runTrial, type TrialOptions, type TrialReport } from './trial.ts';

type TrialStage = {
  readonly id: string;
  readonly title: string;
  /** What happens each time, as the counts name it. */
  readonly what: string;
  readonly times: Readonly<Record<FaultTier, number>>;
  /** Made anew for each run. */
  readonly options: () => Partial<TrialOptions>;
  /** What is taken away to see the stage fail. */
  readonly teeth: Protection;
  readonly more?: (report: TrialReport) => readonly FaultCheck[];
};

/** A stage that is one trial with a fault of its own. */
export const trialStage = ({ id, title, what, times, options, teeth, more }: TrialStage): FaultStage => ({
  id,
  title,
  run: async ({ tier, seed }) => {
    const report = await runTrial({ cycles: times[tier], seed, packagesPerCycle: 10, ...options() });
    return reportOf(what, report, more?.(report));
  },
  teeth: {
    without: teeth,
    run: async ({ seed }) => reportOf(what, await runTrial({ ...teethSize(seed), ...options(), without: teeth })),
  },
});

/** Small and still enough to lose or double something where nothing prevents it. */
export const teethSize = (seed: number) => ({ cycles: 10, seed, packagesPerCycle: 10 });
