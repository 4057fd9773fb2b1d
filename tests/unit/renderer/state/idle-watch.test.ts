import { describe, expect, it } from 'vitest';
import { createIdleWatch } from '../../../../renderer/state/idle-watch.ts';

function setup() {
  let now = 0;
  let told = 0;
  const watch = createIdleWatch({
    nowMs: () => now,
    dimAfterMs: 180_000,
    lockAfterMs: 300_000,
    onStillHere: () => {
      told += 1;
    },
  });
  return { watch, pass: (ms: number) => (now += ms), told: () => told };
}

describe('a desk nobody touches', () => {
  it('dims, then is due to be locked, and a hand brings it back', () => {
    const { watch, pass } = setup();
    pass(179_999);
    expect(watch.look().state).toBe('awake');
    pass(1);
    expect(watch.look()).toEqual({ state: 'dim', secondsToLock: 120 });
    watch.touch();
    expect(watch.look().state).toBe('awake');
    pass(300_000);
    expect(watch.look().state).toBe('lock');
  });

  it('tells the backend of hands at most every 20 seconds', () => {
    const { watch, pass, told } = setup();
    for (let second = 0; second < 60; second += 1) {
      pass(1_000);
      watch.touch();
    }
    expect(told()).toBe(3);
  });
});
