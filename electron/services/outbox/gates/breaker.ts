/** Unknown outcomes of one account within the window, oldest first, and until when it is paused. Monotonic ms. */
export type Breaker = { readonly ambiguousAtMs: readonly number[]; readonly openUntilMs: number | null };

export type BreakerLimits = { readonly ambiguous: number; readonly windowMs: number; readonly pauseMs: number };

export const CLOSED_BREAKER: Breaker = { ambiguousAtMs: [], openUntilMs: null };

/** Counts one unknown outcome; too many within the window pause the account (RELIABILITY 3c). */
export function countAmbiguous(breaker: Breaker, nowMs: number, limits: BreakerLimits): Breaker {
  const recent = [...breaker.ambiguousAtMs.filter((atMs) => nowMs - atMs < limits.windowMs), nowMs];
  return recent.length >= limits.ambiguous
    ? { ambiguousAtMs: [], openUntilMs: nowMs + limits.pauseMs }
    : { ambiguousAtMs: recent, openUntilMs: breaker.openUntilMs };
}

/** After the pause one read decides: it answered, so sending may go on; or the pause starts again. */
export const afterProbe = (answered: boolean, nowMs: number, limits: BreakerLimits): Breaker =>
  answered ? CLOSED_BREAKER : { ambiguousAtMs: [], openUntilMs: nowMs + limits.pauseMs };
