/** Codes this close to each other came from one trigger pull (PACK-STATION 4.2). */
const PULL_MS = 120;

/** Numbers trigger pulls: a code that begins within 120 ms of the end of the one before belongs to the same. Times in ms. */
export function createPullCounter(): (startedAtMs: number, endedAtMs: number) => number {
  let pull = 0;
  let lastAtMs = Number.NEGATIVE_INFINITY;
  return (startedAtMs, endedAtMs) => {
    if (startedAtMs - lastAtMs > PULL_MS) pull += 1;
    lastAtMs = Math.max(lastAtMs, endedAtMs);
    return pull;
  };
}
