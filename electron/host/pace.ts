/** Calls of one procedure that may come at once, and how many a second go on from there (RELIABILITY S15). */
const BURST = 100;
const PER_SECOND = 50;
/** Calls of one procedure that may wait; a page that asks for more is broken. */
const MAX_WAITING = 1_000;
/** Names are the contract's, some dozens; more means that names are made up, and the memory of them is dropped. */
const MAX_NAMES = 500;

/** Resolves true when the call may go on, false when it has to be refused. */
export type Pace = (name: string) => Promise<boolean>;

/**
 * Slows a page that floods the backend without losing anything: a call over the rate waits for its turn, in order. The
 * rate is kept per procedure, so that a runaway list never makes a scan wait.
 * @param now a clock that never jumps, in ms
 */
export function createPace(now: () => number = () => performance.now()): Pace {
  /** Per procedure the time its next call is due by the sustained rate; a burst may run ahead of it. */
  const dueAt = new Map<string, number>();
  const spacingMs = 1_000 / PER_SECOND;
  return async (name) => {
    if (!dueAt.has(name) && dueAt.size >= MAX_NAMES) dueAt.clear();
    const nowMs = now();
    const due = Math.max(dueAt.get(name) ?? nowMs, nowMs);
    const waitMs = due - nowMs - (BURST - 1) * spacingMs;
    if (waitMs > MAX_WAITING * spacingMs) return false;
    dueAt.set(name, due + spacingMs);
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    return true;
  };
}
