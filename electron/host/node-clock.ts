import type { Clock } from '../services/ports.ts';

/** The machine's own clocks. A waiting timer keeps the process alive: a run of the command line may consist of waiting. */
export const createNodeClock = (): Clock => ({
  now: () => Date.now(),
  monotonic: () => performance.now(),
  at: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
});
