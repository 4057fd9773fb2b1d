import { describe, expect, it } from 'vitest';
import { createPullScheduler } from '../../../electron/services/sync/pull-scheduler.ts';
import type { JobView } from '../../../shared/contract/job.ts';

const job = (state: JobView['state']): JobView => ({
  id: 'job',
  kind: 'pull',
  state,
  phase: 'finished',
  done: 0,
  total: 0,
  accepted: 0,
  refused: 0,
  rows: [],
  problem: null,
});

/** A scheduler on a clock that the test moves; pulls end at once, as they are told to. */
function setup() {
  let nowMs = 0;
  const timers: { atMs: number; task: () => void }[] = [];
  const pulls: string[] = [];
  const wakes: (() => void)[] = [];
  const world = { shops: ['a', 'b'], everyMs: 120_000, outcome: 'done' as JobView['state'] };
  const scheduler = createPullScheduler({
    clock: {
      monotonic: () => nowMs,
      at: (delayMs, task) => {
        const timer = { atMs: nowMs + delayMs, task };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
    },
    puller: {
      pull: (shopId) => {
        pulls.push(`${shopId}@${nowMs / 1000}`);
        return { view: job('running'), end: Promise.resolve(job(world.outcome)) };
      },
    },
    shops: () => world.shops.map((id) => ({ id })),
    everyMs: () => world.everyMs,
    onWake: (listener) => {
      wakes.push(listener);
      return () => void wakes.splice(wakes.indexOf(listener), 1);
    },
  });
  const pass = async (ms: number): Promise<void> => {
    const endMs = nowMs + ms;
    for (;;) {
      const next = timers.toSorted((x, y) => x.atMs - y.atMs)[0];
      if (next === undefined || next.atMs > endMs) break;
      timers.splice(timers.indexOf(next), 1);
      nowMs = next.atMs;
      next.task();
      await new Promise((resolve) => setImmediate(resolve));
    }
    nowMs = endMs;
  };
  const start = async (): Promise<void> => {
    scheduler.start();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { scheduler, start, world, pulls, pass, wakes, timers, taken: () => pulls.splice(0) };
}

describe('pulling again and again', () => {
  it('pulls every shop at the start and then as often as the setting says', async () => {
    const { start, pass, taken } = setup();
    await start();
    await pass(100_000);
    expect(taken()).toEqual(['a@0', 'b@0']);
    await pass(140_000);
    expect(taken()).toEqual(['a@120', 'b@120', 'a@240', 'b@240']);
  });

  it('leaves out a paused or blocked shop and takes it up again', async () => {
    const { start, pass, world, taken } = setup();
    world.shops = ['a'];
    await start();
    await pass(60_000);
    expect(taken()).toEqual(['a@0']);
    world.shops = ['a', 'b'];
    await pass(5_000);
    expect(taken()).toEqual(['b@65']);
  });

  it('waits longer after each failure, at most a quarter of an hour, and is quick again after a success', async () => {
    const { start, pass, world, taken } = setup();
    world.shops = ['a'];
    world.outcome = 'failed';
    await start();
    await pass(3_600_000);
    const times = taken().map((pull) => Number(pull.slice(2)));
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps).toEqual([120, 240, 480, 900, 900, 900]);
    world.outcome = 'done';
    await pass(900_000);
    taken();
    await pass(120_000);
    expect(taken()).toHaveLength(1);
  });

  it('pulls at once after the machine woke up', async () => {
    const { start, pass, wakes, taken } = setup();
    await start();
    await pass(30_000);
    taken();
    for (const wake of wakes) wake();
    await pass(5_000);
    expect(taken()).toEqual(['a@35', 'b@35']);
  });

  it('does nothing while it is switched off, and nothing after its end', async () => {
    const { scheduler, start, pass, world, pulls, timers, wakes } = setup();
    world.everyMs = 0;
    await start();
    await pass(600_000);
    scheduler.stop();
    expect([pulls.length, timers.length, wakes.length]).toEqual([0, 0, 0]);
  });
});
