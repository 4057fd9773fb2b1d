import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from '../../../electron/services/outbox/backoff.ts';

const LIMITS = { baseMs: 2_000, capMs: 900_000, retryAfterCapMs: 3_600_000 };
const random = fc.double({ min: 0, max: 0.999_999, noNaN: true });

describe('The wait before the next try', () => {
  it('doubles its ceiling with each try and stays under the cap', () => {
    const ceilings = [1, 2, 3, 9, 20].map((tries) => backoffMs({ ...LIMITS, tries, random: 0.999_999 }));
    expect(ceilings).toEqual([2_000, 4_000, 8_000, 512_000, 899_999].map((ms) => expect.closeTo(ms, -1)));
  });

  it('is anywhere between nothing and its ceiling (full jitter)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), random, (tries, chance) => {
        const wait = backoffMs({ ...LIMITS, tries, random: chance });
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(900_000, 2_000 * 2 ** (tries - 1)));
      }),
    );
  });

  it('is never shorter than the platform asks for, and never longer than an hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        random,
        fc.integer({ min: 0, max: 10_000_000 }),
        (tries, chance, ms) => {
          for (const asked of [{ minWaitMs: ms }, { retryAfterMs: ms }]) {
            const wait = backoffMs({ ...LIMITS, ...asked, tries, random: chance });
            expect(wait).toBeGreaterThanOrEqual(Math.min(ms, 3_600_000));
            expect(wait).toBeLessThanOrEqual(3_600_000);
          }
        },
      ),
    );
  });
});
