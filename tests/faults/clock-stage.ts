import { DAY_MS, HOUR_MS } from '../../shared/kernel/time.ts';
import { trialStage } from './trial-stage.ts';

/** Two hours behind, ninety days ahead, 1970, right. */
const OFFSETS = [-2 * HOUR_MS, 90 * DAY_MS, -Date.parse('2026-01-01T00:00:00Z'), 0] as const;
const JUMPS = [HOUR_MS, -HOUR_MS, 0] as const;

const oneOf = <Value>(values: readonly Value[], random: () => number): Value =>
  values[Math.floor(random() * values.length)] as Value;

/** X10: every desk has another wrong clock, and it jumps by an hour while calls and settle times run. */
export const wrongClock = trialStage({
  id: 'X10',
  title: 'clocks that are wrong and jump',
  what: 'wrong clocks',
  times: { quick: 8, full: 200 },
  teeth: 'doubt',
  options: () => ({
    clockOff: (random) => ({
      byMs: oneOf(OFFSETS, random),
      jumpMs: oneOf(JUMPS, random),
      afterMs: Math.floor(random() * 200),
    }),
  }),
});
