import type { Clock } from '../services/ports.ts';

/** The machine's own clocks. A timer never keeps the process alive by itself. */
export const createNodeClock = (): Clock => ({
  now: () => Date.now(),
  monotonic: () => performance.now(),
  at: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
});
