import { type FaultCheck, type FaultReport, none } from './fault-stage.ts';
import type { TrialReport } from './trial.ts';

/** What every trial must show, as a stage's report; `more` are a stage's own checks. */
export function reportOf(what: string, trial: TrialReport, more: readonly FaultCheck[] = []): FaultReport {
  const { kills, acknowledged, byPerson, end } = trial;
  return {
    counts: `${kills} ${what}, ${acknowledged} packages saved, ${byPerson} decided by a person`,
    checks: [
      none('lost', trial.lost),
      none('doubled', trial.doubled),
      none('called shipped and not shipped', trial.falselyShipped),
      none('stuck', trial.stuck),
      none('missing in the scan journal', end.journal.missingOps),
      { name: `database: ${end.integrity}`, passed: end.integrity === 'ok' },
      { name: 'the books balance', passed: end.conservation.balanced },
      ...more,
    ],
  };
}
