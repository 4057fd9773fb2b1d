/** How an unused desk looks: as ever, dimmed with the order kept, or due to be locked. */
export type Idleness = 'awake' | 'dim' | 'lock';

export type IdleWatch = {
  /** A hand was here. */
  readonly touch: () => void;
  readonly look: () => { readonly state: Idleness; readonly secondsToLock: number };
};

/** The backend hears of a hand at most this often. */
const TELL_EVERY_MS = 20_000;

/** Watches for hands on one window. `nowMs` runs on while nobody sets the clock. */
export function createIdleWatch(options: {
  readonly nowMs: () => number;
  readonly dimAfterMs: number;
  readonly lockAfterMs: number;
  readonly onStillHere: () => void;
}): IdleWatch {
  const { nowMs, dimAfterMs, lockAfterMs } = options;
  let touchedMs = nowMs();
  let toldMs = touchedMs;
  return {
    touch: () => {
      touchedMs = nowMs();
      if (touchedMs - toldMs < TELL_EVERY_MS) return;
      toldMs = touchedMs;
      options.onStillHere();
    },
    look: () => {
      const idleMs = nowMs() - touchedMs;
      const secondsToLock = Math.max(0, Math.ceil((lockAfterMs - idleMs) / 1_000));
      return { state: idleMs >= lockAfterMs ? 'lock' : idleMs >= dimAfterMs ? 'dim' : 'awake', secondsToLock };
    },
  };
}
