import type { FaultStage } from '../fault-stage.ts';
import { asked } from '../endings.ts';
import { reportOf } from '../trial-report.ts';
import { trialStage } from '../trial-stage.ts';
import { runTrial, type TrialOptions } from '../trial.ts';
import { type CuttingLine, cuttingLine } from './cutting-line.ts';

/** X6: connections break off at any byte of a request or an answer, until `CUTS` of them have. */
export const networkCut: FaultStage = {
  id: 'X6',
  title: 'the network is cut in the middle of a call',
  run: async ({ tier, seed }) => {
    const { trial, cuts } = await cutAgainAndAgain({ cycles: tier === 'quick' ? 8 : 230, seed });
    const enough = tier === 'quick' ? 5 : 500;
    return reportOf(`times started, ${cuts} connections cut`, trial, [
      { name: `connections cut: ${cuts}, at least ${enough}`, passed: cuts >= enough },
    ]);
  },
  teeth: {
    without: 'unsure',
    run: async ({ seed }) => {
      const { trial, cuts } = await cutAgainAndAgain({ cycles: 8, seed, without: 'unsure' });
      return reportOf(`times started, ${cuts} connections cut`, trial);
    },
  },
};

async function cutAgainAndAgain(options: Pick<TrialOptions, 'cycles' | 'seed' | 'without'>) {
  let line: CuttingLine | undefined;
  const trial = await runTrial({
    ...options,
    packagesPerCycle: 20,
    faults: [],
    ending: asked,
    through: async (baseUrl, random) => {
      line = await cuttingLine(baseUrl, 0.4, random);
      return line;
    },
  });
  return { trial, cuts: line?.cuts() ?? 0 };
}

/** X17: answers that swell, never end, or drip, in a process with little memory. */
export const swollenAnswers = trialStage({
  id: 'X17',
  title: 'answers far too long, in 256 MB of memory',
  what: 'times started',
  times: { quick: 4, full: 40 },
  teeth: 'unsure',
  options: () => ({
    ending: asked,
    faults: [
      { mode: 'gzip-bomb', probability: 0.3 },
      { mode: 'oversized', probability: 0.3 },
      { mode: 'endless', probability: 0.2 },
      { mode: 'slow-drip', probability: 0.2 },
    ],
    disk: { env: () => ({ NODE_OPTIONS: '--max-old-space-size=256' }), cut: () => undefined },
  }),
});
