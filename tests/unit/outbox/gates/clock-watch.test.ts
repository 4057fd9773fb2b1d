import { describe, expect, it } from 'vitest';
import { createClockWatch } from '../../../../electron/services/outbox/gates/clock-watch.ts';
import { standingClock } from '../../platforms/quiet-deps.ts';

describe('A wall clock that is set', () => {
  it('is noticed once when it moved more than half a minute against the steady clock', () => {
    const clock = standingClock();
    const watch = createClockWatch(clock);
    clock.pass(86_400_000);
    expect(watch.jumped()).toBe(false);
    clock.jump(31_000);
    expect([watch.jumped(), watch.jumped()]).toEqual([true, false]);
    clock.jump(-3_600_000);
    expect(watch.jumped()).toBe(true);
  });

  it('is noticed also when it creeps away in small steps', () => {
    const clock = standingClock();
    const watch = createClockWatch(clock);
    const noticed = Array.from({ length: 4 }, () => {
      clock.jump(10_000);
      return watch.jumped();
    });
    expect(noticed).toEqual([false, false, false, true]);
  });
});
