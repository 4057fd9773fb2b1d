import type { Clock } from '../../ports.ts';

/** One timer: the earliest wish wins. */
export type Sleeper = {
  readonly wakeIn: (delayMs: number) => void;
  readonly cancel: () => void;
};

/** `onWake` runs when the earliest wished moment has come. */
export function createSleeper(clock: Clock, onWake: () => void): Sleeper {
  let set: { readonly atMs: number; readonly cancel: () => void } | null = null;
  const cancel = (): void => {
    set?.cancel();
    set = null;
  };
  return {
    cancel,
    wakeIn: (delayMs) => {
      const waitMs = Math.max(0, delayMs);
      const atMs = clock.monotonic() + waitMs;
      if (set !== null && set.atMs <= atMs) return;
      cancel();
      const ring = (): void => {
        set = null;
        onWake();
      };
      set = { atMs, cancel: clock.at(waitMs, ring) };
    },
  };
}
