import { describe, expect, it } from 'vitest';
import { believedTime } from '../../../electron/services/care/believed-time.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const YEAR_MS = 365 * DAY_MS;

/** What is believed after rounds at these times by the clock. */
function after(clock: readonly number[]): number | null {
  let last: { tidiedAtMs: number | null; believedMs: number | null } = { tidiedAtMs: null, believedMs: null };
  for (const nowMs of clock) last = { tidiedAtMs: nowMs, believedMs: believedTime(last, nowMs) };
  return last.believedMs;
}

const days = (fromMs: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, day) => fromMs + day * DAY_MS);

describe('The time by which age is judged', () => {
  it('is the clock’s from the second round on, day after day and after holidays of a month', () => {
    expect(after([NOW])).toBe(null);
    expect(after(days(NOW, 10))).toBe(NOW + 9 * DAY_MS);
    expect(after([...days(NOW, 10), NOW + 40 * DAY_MS])).toBe(NOW + 40 * DAY_MS);
  });

  it('does not follow a clock that is three years ahead, not even for a week, nor back', () => {
    const ahead = [...days(NOW, 10), ...days(NOW + 3 * YEAR_MS, 7)];
    expect(after(ahead)).toBeLessThanOrEqual(NOW + (9 + 2 * 7) * DAY_MS);
    expect(after([...ahead, NOW + 17 * DAY_MS])).toBeLessThanOrEqual(NOW + 17 * DAY_MS);
  });

  it('waits where the clock has lost its battery, and goes on when it is right again', () => {
    const lost = [...days(NOW, 10), ...days(0, 3), ...days(NOW + 12 * DAY_MS, 3)];
    expect(after(lost)).toBeGreaterThanOrEqual(NOW + 9 * DAY_MS);
    expect(after(lost)).toBeLessThanOrEqual(NOW + 14 * DAY_MS);
  });

  it('catches up after a long closure, in as long again', () => {
    const closed = [...days(NOW, 2), ...days(NOW + 200 * DAY_MS, 202)];
    expect(after(closed)).toBe(NOW + 401 * DAY_MS);
  });
});
