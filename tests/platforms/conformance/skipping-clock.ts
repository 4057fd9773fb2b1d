import type { Clock } from '../../../electron/services/ports.ts';

/** A clock that runs with the machine's and leaves out the time in which nothing happens. */
export type SkippingClock = Clock & {
  /** Goes to the next timer's moment and runs it; false when no timer waits. */
  readonly skip: () => boolean;
};

type Timer = { readonly atMs: number; readonly task: () => void; real: NodeJS.Timeout };

/** Sockets and their limits live in real time; settle windows, backoffs and late platforms take none. */
export function createSkippingClock(): SkippingClock {
  let aheadMs = 0;
  const timers = new Set<Timer>();
  const monotonic = (): number => performance.now() + aheadMs;
  const run = (timer: Timer): void => {
    clearTimeout(timer.real);
    if (timers.delete(timer)) timer.task();
  };
  const arm = (timer: Timer): NodeJS.Timeout =>
    setTimeout(() => run(timer), Math.min(Math.max(0, timer.atMs - monotonic()), MAX_TIMER_MS));
  return {
    now: () => Math.floor(Date.now() + aheadMs),
    monotonic,
    at: (delayMs, task) => {
      const timer: Timer = { atMs: monotonic() + delayMs, task, real: setTimeout(() => undefined, 0) };
      timer.real = arm(timer);
      timers.add(timer);
      return () => {
        clearTimeout(timer.real);
        timers.delete(timer);
      };
    },
    skip: () => {
      const next = [...timers].toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) return false;
      aheadMs += Math.max(0, next.atMs - monotonic());
      for (const timer of timers) {
        clearTimeout(timer.real);
        timer.real = arm(timer);
      }
      run(next);
      return true;
    },
  };
}

/** The longest a Node timer can wait. */
const MAX_TIMER_MS = 2_147_483_647;
