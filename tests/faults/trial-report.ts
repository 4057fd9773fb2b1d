import { type FaultCheck, type FaultReport, none } from './fault-stage.ts';
import type { TrialReport } from './trial.ts';

/** What no trial may have, and how much of it one has. */
const MUST_BE_NONE: readonly (readonly [name: string, of: (trial: TrialReport) => number])[] = [
  ['lost', ({ lost }) => lost],
  ['doubled', ({ doubled }) => doubled],
  ['called shipped and not shipped', ({ falselyShipped }) => falselyShipped],
  ['stuck', ({ stuck }) => stuck],
  ['missing in the scan journal', ({ end }) => end.journal.missingOps],
  ['damaged databases', ({ end }) => (end.integrity === 'ok' ? 0 : 1)],
  ['books that do not balance', ({ end }) => (end.conservation.balanced ? 0 : 1)],
];

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
    checks: [...MUST_BE_NONE.map(([name, of]) => none(name, sum(of))), ...more],
  };
}
