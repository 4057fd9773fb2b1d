const WINDOW_MS = 1_000;

/** Counts calls as they arrive, over any stretch of one second, by a clock that never jumps. */
export type RateCounter = {
  /** Notes one arrival; true where it is within the limit. A refused call counts as well. */
  readonly arrive: (limit: number) => boolean;
  /** The most arrivals seen in any one second. */
  readonly worst: () => number;
  readonly reset: () => void;
};

export function createRateCounter(monotonicMs: () => number = () => performance.now()): RateCounter {
  let recent: readonly number[] = [];
  let worst = 0;
  return {
    arrive: (limit) => {
      const nowMs = monotonicMs();
      recent = [...recent.filter((atMs) => nowMs - atMs < WINDOW_MS), nowMs];
      worst = Math.max(worst, recent.length);
      return recent.length <= limit;
    },
    worst: () => worst,
    reset: () => {
      recent = [];
      worst = 0;
    },
  };
}
