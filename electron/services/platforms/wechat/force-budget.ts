import type { Clock } from '../../ports.ts';

/** How often something rationed may be done, per key. */
export type ForceBudget = {
  /** Takes one and says true, or says false and takes nothing. */
  readonly take: (key: string) => boolean;
};

/** Counts by the clock that never jumps. Kept in memory: a restart starts anew, and the platform's own limit stands behind. */
export function createForceBudget(options: {
  readonly perWindow: number;
  readonly windowMs: number;
  readonly spacingMs: number;
  readonly clock: Clock;
}): ForceBudget {
  const { perWindow, windowMs, spacingMs, clock } = options;
  const taken = new Map<string, readonly number[]>();
  return {
    take: (key) => {
      const now = clock.monotonic();
      const recent = (taken.get(key) ?? []).filter((atMs) => now - atMs < windowMs);
      const last = recent.at(-1);
      if (recent.length >= perWindow || (last !== undefined && now - last < spacingMs)) return false;
      taken.set(key, [...recent, now]);
      return true;
    },
  };
}
