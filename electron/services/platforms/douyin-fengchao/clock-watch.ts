import { CLOCK_WINDOW_MS } from '../../../../shared/domain/platforms/douyin-fengchao/capabilities.ts';
import { MINUTE_MS } from '../../../../shared/kernel/time.ts';
import type { Clock, Log } from '../../ports.ts';

/** From here on a difference is told, long before it stops anything. */
const TELL_FROM_MS = MINUTE_MS;
/** A measurement stops nothing after this: clocks are set right, and machines sleep. */
const KEEP_MS = 10 * MINUTE_MS;

/** How far this machine's clock is from each gateway's, by the `Date` of its answers. */
export type ClockWatch = {
  /** Notes an answer. `accepted` means that the gateway took the call, and with it our timestamp. */
  readonly note: (
    baseUrl: string,
    answer: { readonly accepted: boolean; readonly serverTimeMs: number | null },
  ) => void;
  /** How many ms we are ahead, where a refused call showed us outside the window and we still are; otherwise null. */
  readonly outside: (baseUrl: string) => number | null;
};

type Measured = { readonly serverMs: number; readonly atMonotonicMs: number };

type Deps = {
  readonly clock: Clock;
  readonly log: Log;
  /** Told of every measurement that can be believed. */
  readonly onClockSkew?: (aheadMs: number) => void;
};

/** Creates the watch. What it says follows the wall clock at once when somebody sets it right. */
export function createClockWatch({ clock, log, onClockSkew }: Deps): ClockWatch {
  const refusedAt = new Map<string, Measured>();
  const told = new Set<string>();
  const tell = (baseUrl: string, aheadMs: number): void => {
    const far = Math.abs(aheadMs) >= TELL_FROM_MS;
    if (far && !told.has(baseUrl)) log.warn('platform.clock-skew', { aheadS: Math.round(aheadMs / 1_000) });
    if (far) told.add(baseUrl);
    else told.delete(baseUrl);
  };
  return {
    note: (baseUrl, { accepted, serverTimeMs }) => {
      const aheadMs = serverTimeMs === null ? null : clock.now() - serverTimeMs;
      if (aheadMs !== null) tell(baseUrl, aheadMs);
      // A call that was taken was within the window, so a date outside it is not the gateway's.
      if (aheadMs !== null && !(accepted && Math.abs(aheadMs) > CLOCK_WINDOW_MS)) onClockSkew?.(aheadMs);
      if (accepted) refusedAt.delete(baseUrl);
      else if (serverTimeMs !== null)
        refusedAt.set(baseUrl, { serverMs: serverTimeMs, atMonotonicMs: clock.monotonic() });
    },
    outside: (baseUrl) => {
      const measured = refusedAt.get(baseUrl);
      if (measured === undefined) return null;
      const sinceMs = clock.monotonic() - measured.atMonotonicMs;
      const aheadMs = clock.now() - (measured.serverMs + sinceMs);
      return sinceMs <= KEEP_MS && Math.abs(aheadMs) > CLOCK_WINDOW_MS ? aheadMs : null;
    },
  };
}
