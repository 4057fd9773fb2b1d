import type { Protection } from './desk-plan.ts';
import type { FaultStage, FaultTier } from './fault-stage.ts';
import { reportOf } from './trial-report.ts';
import { runTrials } from './run-trials.ts';
import { runTrial, type TrialOptions } from './trial.ts';

type TrialStage = {
  readonly id: string;
  readonly title: string;
  /** What happens each time, as the counts name it. */
  readonly what: string;
  readonly times: Readonly<Record<FaultTier, number>>;
  /** Desks these times are shared out to, all side by side. Default: one. */
  readonly desks?: Readonly<Record<FaultTier, number>>;
  /** Made anew for each desk. */
  readonly options: (tier: FaultTier) => Partial<TrialOptions>;
  /** What is taken away to see the stage fail. */
  readonly teeth: Protection;
};

/** A stage that is one trial with a fault of its own. */
export const trialStage = ({ id, title, what, times, desks, options, teeth }: TrialStage): FaultStage => ({
  id,
  title,
  run: async ({ tier, seed }) => {
    const count = desks?.[tier] ?? 1;
    const trials = Array.from({ length: count }, (_, desk): TrialOptions => {
      return { cycles: Math.ceil(times[tier] / count), seed: seed + desk, packagesPerCycle: 10, ...options(tier) };
    });
    return reportOf(what, await runTrials(trials, count));
  },
  teeth: {
    without: teeth,
    run: async ({ seed }) =>
      reportOf(what, await runTrial({ ...teethSize(seed), ...options('quick'), without: teeth })),
  },
});

/** Small and still enough to lose or double something where nothing prevents it. */
export const teethSize = (seed: number) => ({ cycles: 10, seed, packagesPerCycle: 10 });
