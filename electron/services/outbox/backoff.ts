/** What a wait is worked out from. `random` is in [0, 1). */
export type BackoffInput = {
  /** Tries so far, the one that just failed included; 1 or more. */
  readonly tries: number;
  readonly random: number;
  readonly baseMs: number;
  readonly capMs: number;
  /** The least a platform's code asks for; jitter comes on top. */
  readonly minWaitMs?: number;
  /** What the answer's Retry-After asked for. */
  readonly retryAfterMs?: number;
  readonly retryAfterCapMs: number;
};

/**
 * Exponential backoff with full jitter (RELIABILITY T4): a random part of base × 2^(tries−1), capped. A wait the
 * platform asked for is always kept in full, up to its own cap, with the jitter behind it so that a queue does not
 * come back all at once.
 */
export function backoffMs(input: BackoffInput): number {
  const { tries, random, baseMs, capMs, minWaitMs = 0, retryAfterMs = 0, retryAfterCapMs } = input;
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(Math.max(tries, 1) - 1, 30));
  const jitter = Math.round(ceiling * random);
  const asked = Math.min(Math.max(minWaitMs, retryAfterMs), retryAfterCapMs);
  return asked > 0 ? Math.min(asked + Math.min(jitter, asked), retryAfterCapMs) : jitter;
}
