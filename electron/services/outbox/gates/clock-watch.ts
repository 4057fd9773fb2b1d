import { SECOND_MS } from '../../../../shared/kernel/time.ts';

/** Difference between the two clocks that counts as a jump (RELIABILITY 3c). */
const JUMP_MS = 30 * SECOND_MS;

/** Compares the wall clock with the one that never jumps. Call the result before acting on any stored time. */
export function createClockWatch(clock: { readonly now: () => number; readonly monotonic: () => number }): {
  readonly jumped: () => boolean;
} {
  const offset = (): number => clock.now() - clock.monotonic();
  let known = offset();
  return {
    jumped: () => {
      const current = offset();
      if (Math.abs(current - known) <= JUMP_MS) return false;
      known = current;
      return true;
    },
  };
}
