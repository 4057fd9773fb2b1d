import type { HostPorts } from '../services/ports.ts';

const LOOK_EVERY_MS = 5_000;
/** A look that comes this much too late by the wall clock means that the machine slept, or that its clock was set. */
const SLEPT_MS = 20_000;

/**
 * Notices the end of a sleep where no system event tells: a timer stands still while the wall clock goes on. A clock that
 * is set forward looks the same; what the app does on waking (it looks again) is harmless then.
 */
export function createWakeByClock(now: () => number, everyMs = LOOK_EVERY_MS): HostPorts['onWake'] {
  return (listener) => {
    let lookedAt = now();
    const timer = setInterval(() => {
      const late = now() - lookedAt - everyMs;
      lookedAt = now();
      if (late > SLEPT_MS) listener();
    }, everyMs);
    timer.unref();
    return () => clearInterval(timer);
  };
}
