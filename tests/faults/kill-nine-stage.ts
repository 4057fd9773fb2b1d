import type { FaultStage } from './fault-stage.ts';
import { runTrials } from './run-trials.ts';
import { reportOf } from './trial-report.ts';
import { teethSize } from './trial-stage.ts';
import { runTrial, type TrialOptions } from './trial.ts';

const SIZE = {
  quick: { desks: 1, kills: 40, packagesPerKill: 8, batchKills: 10 },
  full: { desks: 10, kills: 200, packagesPerKill: 50, batchKills: 100 },
};

/** Desks side by side: a dying one mostly waits for its disk and for the platforms. */
const AT_ONCE = 2;

/** Orders that are due together in the shop with batches before each kill. */
const DUE_TOGETHER = 40;

/** X1: desks killed at random while they pack and send for shops on all five platforms, and one in the middle of batches. */
export const killNineStage: FaultStage = {
  id: 'X1',
  title: 'kill -9 at random, five platforms',
  run: async ({ tier, seed, tell }) => {
    const { desks, kills, packagesPerKill, batchKills } = SIZE[tier];
    const single = Array.from({ length: desks }, (_, desk): TrialOptions => {
      return { cycles: kills, seed: seed + desk, packagesPerCycle: packagesPerKill };
    });
    const batches: TrialOptions = { cycles: batchKills, seed, packagesPerCycle: DUE_TOGETHER, batches: true };
    const reports = await runTrials([...single, batches], AT_ONCE, (report) => tell(reportOf('kills', report).counts));
    return reportOf('kills', reports);
  },
  teeth: {
    without: 'doubt',
    run: async ({ seed }) => reportOf('kills', await runTrial({ ...teethSize(seed), without: 'doubt' })),
  },
};
