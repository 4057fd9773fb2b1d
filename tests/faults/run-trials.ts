import { runTrial, type TrialOptions, type TrialReport } from './trial.ts';

/** Runs trials, `atOnce` of them side by side, each on a folder and practice platforms of its own. In the order given. */
export async function runTrials(
  trials: readonly TrialOptions[],
  atOnce: number,
  onEnd: (report: TrialReport) => void = () => undefined,
): Promise<readonly TrialReport[]> {
  const reports: TrialReport[] = [];
  const queue = [...trials.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, options] = next;
      const report = await runTrial(options);
      reports[index] = report;
      onEnd(report);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return reports;
}
