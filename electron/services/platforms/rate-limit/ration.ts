import type { Clock } from '../../ports.ts';

/** How often something rationed may be done, per key. */
export type Ration = {
  /** Takes one and says true, or says false and takes nothing. */
  readonly take: (key: string) => boolean;
};

/**
 * At most `perWindow` in `windowMs`, and `spacingMs` apart. Counts by the clock that never jumps, in memory: a restart
 * starts anew, and the platform's own limit stands behind.
 */
export function createRation(options: {
  readonly perWindow: number;
  readonly windowMs: number;
  readonly spacingMs?: number;
  readonly clock: Clock;
}): Ration {
  const { perWindow, windowMs, spacingMs = 0, clock } = options;
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
