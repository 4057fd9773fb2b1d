import { describe, expect, it } from 'vitest';
import { createReach } from '../../../../electron/services/outbox/gates/reach.ts';
import { standingClock } from '../../platforms/quiet-deps.ts';

describe('Whether platforms can be reached', () => {
  it('is presumed until a call proves otherwise, and told with the moment it changed', () => {
    const clock = standingClock();
    const reach = createReach(clock);
    expect(reach.overall()).toEqual({ online: true, sinceMs: null });
    expect(reach.saw('a', false)).toBe(true);
    const lostAtMs = clock.now();
    clock.pass(5_000);
    expect(reach.saw('a', false)).toBe(false);
    expect(reach.overall()).toEqual({ online: false, sinceMs: lostAtMs });
    expect(reach.saw('a', true)).toBe(true);
    expect(reach.overall()).toEqual({ online: true, sinceMs: clock.now() });
  });

  it('is lost as a whole only when no shop can be reached', () => {
    const reach = createReach(standingClock());
    reach.saw('a', true);
    reach.saw('b', false);
    expect(reach.overall().online).toBe(true);
    expect([reach.isOffline('a'), reach.isOffline('b')]).toEqual([false, true]);
  });

  it('is asked less often the longer it is gone, at most every half minute, and at once when hurried', () => {
    const clock = standingClock();
    const reach = createReach(clock);
    const waits: number[] = [];
    for (let failure = 0; failure < 8; failure += 1) {
      reach.saw('a', false);
      waits.push(reach.probeAtMs('a') - clock.monotonic());
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    reach.hurry();
    expect(reach.probeAtMs('a')).toBeLessThanOrEqual(clock.monotonic());
  });

  it('counts the time online without interruption', () => {
    const clock = standingClock();
    const reach = createReach(clock);
    clock.pass(1_000);
    expect(reach.onlineMs('a')).toBe(1_000);
    reach.saw('a', false);
    clock.pass(1_000);
    expect(reach.onlineMs('a')).toBe(0);
    reach.saw('a', true);
    clock.pass(250);
    expect(reach.onlineMs('a')).toBe(250);
  });
});
