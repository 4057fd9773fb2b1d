import { describe, expect, it } from 'vitest';
import { afterProbe, CLOSED_BREAKER, countAmbiguous } from '../../../../electron/services/outbox/gates/breaker.ts';

const LIMITS = { ambiguous: 5, windowMs: 60_000, pauseMs: 60_000 };
const after = (times: readonly number[]) =>
  times.reduce((breaker, nowMs) => countAmbiguous(breaker, nowMs, LIMITS), CLOSED_BREAKER);

describe('The breaker of an account', () => {
  it('opens at the fifth unknown outcome within a minute', () => {
    expect(after([0, 1_000, 2_000, 3_000]).openUntilMs).toBeNull();
    expect(after([0, 1_000, 2_000, 3_000, 59_999]).openUntilMs).toBe(119_999);
  });

  it('forgets outcomes older than a minute', () => {
    expect(after([0, 1_000, 2_000, 3_000, 61_000]).openUntilMs).toBeNull();
  });

  it('stays open for another pause when the probe is not answered, and starts afresh when it is', () => {
    expect(afterProbe(false, 120_000, LIMITS).openUntilMs).toBe(180_000);
    expect(afterProbe(true, 120_000, LIMITS)).toEqual(CLOSED_BREAKER);
  });
});
