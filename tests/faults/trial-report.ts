import { type FaultCheck, type FaultReport, none } from './fault-stage.ts';
import type { TrialReport } from './trial.ts';

/** What trials must show, all of them together, as a stage's report; `more` are a stage's own checks. */
export function reportOf(
  what: string,
  trials: TrialReport | readonly TrialReport[],
  more: readonly FaultCheck[] = [],
): FaultReport {
  const all = [trials].flat();
  const sum = (of: (trial: TrialReport) => number): number => all.reduce((total, trial) => total + of(trial), 0);
  const kills = sum((trial) => trial.kills);
  const acknowledged = sum((trial) => trial.acknowledged);
  const byPerson = sum((trial) => trial.byPerson);
  return {
    counts: `${kills} ${what}, ${acknowledged} packages saved, ${byPerson} decided by a person`,
    checks: [
      none(
        'lost',
        sum(({ lost }) => lost),
      ),
      none(
        'doubled',
        sum(({ doubled }) => doubled),
      ),
      none(
        'called shipped and not shipped',
        sum(({ falselyShipped }) => falselyShipped),
      ),
      none(
        'stuck',
        sum(({ stuck }) => stuck),
      ),
      none(
        'missing in the scan journal',
        sum(({ end }) => end.journal.missingOps),
      ),
      none(
        'damaged databases',
        sum(({ end }) => (end.integrity === 'ok' ? 0 : 1)),
      ),
      none(
        'books that do not balance',
        sum(({ end }) => (end.conservation.balanced ? 0 : 1)),
      ),
      ...more,
    ],
  };
}
