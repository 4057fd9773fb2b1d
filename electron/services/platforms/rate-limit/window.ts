/** One call as far as time goes, in ms of a clock that never jumps. `endMs` is null while it runs. */
export type CallSpan = { readonly startMs: number; readonly endMs: number | null };

/**
 * How many calls a sliding window may hold. `starts` is the pace we keep; `arrivals` is the platform's own limit, kept
 * even where slow connections bunch calls up on their way: a call counts from its start until a window after its answer,
 * because the server may have seen it at any time between.
 */
export type RateRule = {
  readonly windowMs: number;
  /** Added to the window: the server's clock and ours tick differently. */
  readonly guardMs: number;
  readonly starts: number;
  readonly arrivals: number;
};

/**
 * How long the next call has to wait: 0 when it may start now, or null when a running call has to end first. Pure; the
 * log may be in any order.
 */
export function waitMs(log: readonly CallSpan[], nowMs: number, rule: RateRule): number | null {
  const spanMs = rule.windowMs + rule.guardMs;
  const starts = log.map((call) => call.startMs).filter((atMs) => atMs + spanMs > nowMs);
  const ends = log.flatMap(({ endMs }) => (endMs !== null && endMs + spanMs > nowMs ? [endMs] : []));
  const running = log.filter((call) => call.endMs === null).length;
  const forPace = untilRoom(starts, rule.starts, nowMs - spanMs);
  const forArrivals = untilRoom(ends, rule.arrivals - running, nowMs - spanMs);
  return forPace === null || forArrivals === null ? null : Math.max(forPace, forArrivals);
}

/** Ms until fewer than `room` of the times are left in the window; null when even an empty one has none. */
function untilRoom(times: readonly number[], room: number, windowFromMs: number): number | null {
  if (room <= 0) return null;
  if (times.length < room) return 0;
  const leaving = [...times].sort((a, b) => a - b)[times.length - room] ?? windowFromMs;
  return leaving - windowFromMs;
}

/** The log without calls that no longer count. */
export const withoutOld = (log: readonly CallSpan[], nowMs: number, rule: RateRule): readonly CallSpan[] =>
  log.filter(({ endMs }) => endMs === null || endMs + rule.windowMs + rule.guardMs > nowMs);
