import { DAY_MS } from '../../../shared/kernel/time.ts';

/** Longest time between two rounds that is believed at once: a desk may be switched off, and a clock may be set. */
const AT_ONCE_MS = 45 * DAY_MS;
/** No desk is older than the app; an earlier clock has lost its battery. */
const EARLIEST_MS = Date.parse('2026-01-01T00:00:00Z');

/**
 * The time by which age is judged. It goes on with the clock, but does not follow it through a jump ahead: what was
 * jumped over is caught up day by day at twice the pace, so that a clock that was years ahead for some days makes nobody
 * forget anything. It never runs ahead of the clock. Null in the first round, which only notes the time.
 */
export function believedTime(
  last: { readonly tidiedAtMs: number | null; readonly believedMs: number | null },
  nowMs: number,
): number | null {
  const { tidiedAtMs } = last;
  if (tidiedAtMs === null || nowMs < EARLIEST_MS) return last.believedMs;
  const beforeMs = last.believedMs ?? tidiedAtMs;
  const passedMs = nowMs - tidiedAtMs;
  if (passedMs < 0 || passedMs > AT_ONCE_MS) return Math.min(nowMs, beforeMs);
  return Math.min(nowMs, beforeMs + 2 * passedMs);
}
