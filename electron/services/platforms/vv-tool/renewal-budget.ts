import type { Clock } from '../../ports.ts';

/** How often a refused token may be replaced, per account. */
export type RenewalBudget = {
  /** Takes one and says true, or says false and takes nothing. */
  readonly take: (key: string) => boolean;
};

/**
 * Two programs with one account void each other's tokens for ever; the budget ends that contest with a sentence for a
 * person. Counts by the clock that never jumps.
 */
export function createRenewalBudget(options: {
  readonly perWindow: number;
  readonly windowMs: number;
  readonly clock: Clock;
}): RenewalBudget {
  const { perWindow, windowMs, clock } = options;
  const taken = new Map<string, readonly number[]>();
  return {
    take: (key) => {
      const now = clock.monotonic();
      const recent = (taken.get(key) ?? []).filter((atMs) => now - atMs < windowMs);
      if (recent.length >= perWindow) return false;
      taken.set(key, [...recent, now]);
      return true;
    },
  };
}
