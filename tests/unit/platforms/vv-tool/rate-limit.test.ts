import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRateLogFile } from '../../../../electron/services/platforms/rate-limit/rate-log-file.ts';
import { createMemoryRateLog } from '../../../../electron/services/platforms/rate-limit/rate-log-store.ts';
import { createRateLimiter } from '../../../../electron/services/platforms/rate-limit/rate-limiter.ts';
import {
  waitMs,
  withoutOld,
  type CallSpan,
  type RateRule,
} from '../../../../electron/services/platforms/rate-limit/window.ts';
import type { Clock } from '../../../../electron/services/ports.ts';
import { temporaryFolder } from '../../../support/hosts.ts';
import { rememberingLog } from '../quiet-deps.ts';

const rule: RateRule = { windowMs: 1_000, guardMs: 3, starts: 8, arrivals: 10 };
const span = (startMs: number, endMs: number | null = startMs): CallSpan => ({ startMs, endMs });

/** A clock whose time is what has been asked of it: timers fire in order, at once. */
function simulatedClock(): Clock & {
  readonly run: (untilMs: number) => Promise<void>;
  /** Nothing that was planned happens any more. */
  readonly crash: () => void;
} {
  let nowMs = 0;
  const timers: { atMs: number; task: () => void }[] = [];
  return {
    now: () => 1_700_000_000_000 + nowMs,
    monotonic: () => nowMs,
    at: (delayMs, task) => {
      const timer = { atMs: nowMs + delayMs, task };
      timers.push(timer);
      return () => {
        timers.splice(timers.indexOf(timer), 1);
      };
    },
    crash: () => {
      timers.length = 0;
    },
    run: async (untilMs) => {
      for (;;) {
        for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
        timers.sort((a, b) => a.atMs - b.atMs);
        const next = timers[0];
        if (next === undefined || next.atMs > untilMs) break;
        timers.shift();
        nowMs = Math.max(nowMs, next.atMs);
        next.task();
      }
      nowMs = untilMs;
    },
  };
}

const limiterOn = (
  clock: Clock,
  over: { perSecond?: number; limitPerSecond?: number } = {},
  store = createMemoryRateLog(),
) => createRateLimiter({ clock, log: rememberingLog(), store, perSecond: 8, limitPerSecond: 10, ...over });

/** The most of these moments that lie in any one second. */
function worstSecond(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.reduce((worst, _, index) => {
    const from = sorted[index] ?? 0;
    return Math.max(worst, sorted.filter((atMs) => atMs >= from && atMs < from + 1_000).length);
  }, 0);
}

test('an empty log lets a call start at once, a full one when its oldest leaves the window', () => {
  expect(waitMs([], 0, rule)).toBe(0);
  const full = Array.from({ length: 8 }, (_, index) => span(index * 10));
  expect(waitMs(full, 100, rule)).toBe(903);
  expect(waitMs(full, 1_002, rule)).toBe(1);
  expect(waitMs(full, 1_003, rule)).toBe(0);
});

test('calls still on their way count however long ago they started, and only an end can make room', () => {
  const running = Array.from({ length: 10 }, () => span(0, null));
  expect(waitMs(running, 60_000, rule)).toBeNull();
  expect(waitMs(running.with(0, span(0, 60_000)), 60_000, rule)).toBe(1_003);
  const ended = running.map(() => span(0, 60_000));
  expect(waitMs(ended, 60_100, rule)).toBe(903);
});

test('only calls that no longer count are forgotten', () => {
  const log = [span(0), span(0, null), span(0, 500)];
  expect(withoutOld(log, 1_200, rule)).toEqual([span(0, null), span(0, 500)]);
});

test('however slow the line, the server never sees more than ten in a second', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          waitBefore: fc.integer({ min: 0, max: 400 }),
          toServer: fc.integer({ min: 0, max: 3_000 }),
          back: fc.integer({ min: 0, max: 500 }),
        }),
        { minLength: 1, maxLength: 80 },
      ),
      async (calls) => {
        const clock = simulatedClock();
        const limiter = limiterOn(clock, { perSecond: 10 });
        const arrivals: number[] = [];
        let asked = 0;
        for (const { waitBefore, toServer, back } of calls) {
          asked += waitBefore;
          clock.at(asked, () => {
            void limiter.run('account', async () => {
              await new Promise<void>((resolve) => clock.at(toServer, resolve));
              arrivals.push(clock.monotonic());
              await new Promise<void>((resolve) => clock.at(back, resolve));
            });
          });
        }
        await clock.run(asked + calls.length * 5_000);
        expect(arrivals).toHaveLength(calls.length);
        expect(worstSecond(arrivals)).toBeLessThanOrEqual(10);
      },
    ),
    { numRuns: 60 },
  );
});

test('a burst of two hundred goes at eight a second and no slower', async () => {
  const clock = simulatedClock();
  const limiter = limiterOn(clock);
  const starts: number[] = [];
  for (let call = 0; call < 200; call += 1)
    void limiter.run('account', async () => {
      starts.push(clock.monotonic());
      await new Promise<void>((resolve) => clock.at(50, resolve));
    });
  await clock.run(60_000);
  expect(starts).toHaveLength(200);
  expect(worstSecond(starts)).toBe(8);
  expect(Math.max(...starts)).toBeLessThanOrEqual(24 * 1_003 * 1.015);
});

test('each account has its own pace, and calls of one account keep their order', async () => {
  const clock = simulatedClock();
  const limiter = limiterOn(clock);
  const done: string[] = [];
  for (const key of ['one', 'two'])
    for (let call = 0; call < 9; call += 1) void limiter.run(key, async () => done.push(`${key}${call}`));
  await clock.run(10);
  expect(done.filter((name) => name.startsWith('one'))).toEqual(Array.from({ length: 8 }, (_, call) => `one${call}`));
  expect(done.filter((name) => name.startsWith('two'))).toHaveLength(8);
  await clock.run(2_000);
  expect(done).toHaveLength(18);
});

test('a call that fails gives its place back and its failure on', async () => {
  const clock = simulatedClock();
  const limiter = limiterOn(clock);
  await expect(limiter.run('account', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await limiter.run('account', async () => 'fine')).toBe('fine');
});

test('a restart does not begin with a second burst', async () => {
  const clock = simulatedClock();
  const store = createMemoryRateLog();
  const before = limiterOn(clock, {}, store);
  const times: number[] = [];
  const note = async () => times.push(clock.monotonic());
  for (let call = 0; call < 8; call += 1) void before.run('account', note);
  await clock.run(100);
  const after = limiterOn(clock, {}, store);
  for (let call = 0; call < 8; call += 1) void after.run('account', note);
  await clock.run(5_000);
  expect(times).toHaveLength(16);
  expect(worstSecond(times)).toBe(8);
});

test('a burst of 200 stays at ten a second at most, also when the app ends and starts again in the middle of it', async () => {
  const clock = simulatedClock();
  const file = join(temporaryFolder(), 'rate-log.json');
  const times: number[] = [];
  const note = async () => times.push(clock.monotonic());
  const before = limiterOn(clock, {}, openRateLogFile(file));
  for (let call = 0; call < 100; call += 1) void before.run('account', note);
  await clock.run(5_050);
  const sentBefore = times.length;
  clock.crash();
  const after = limiterOn(clock, {}, openRateLogFile(file));
  for (let call = sentBefore; call < 200; call += 1) void after.run('account', note);
  await clock.run(60_000);
  expect(times).toHaveLength(200);
  expect(sentBefore).toBeGreaterThan(8);
  expect(worstSecond(times)).toBeLessThanOrEqual(8);
});

test('a log on the disk that is damaged counts as full, and one that is missing as empty', async () => {
  const file = join(temporaryFolder(), 'rate-log.json');
  expect(openRateLogFile(file).load('account')).toEqual([]);
  writeFileSync(file, '{"account":[17');
  const clock = simulatedClock();
  const limiter = limiterOn(clock, {}, openRateLogFile(file));
  const times: number[] = [];
  void limiter.run('account', async () => times.push(clock.monotonic()));
  await clock.run(2_000);
  expect(times).toEqual([1_003]);
  expect(openRateLogFile(file).load('account')).toHaveLength(1);
});

test('keys nobody has used for a minute leave the log', () => {
  const file = join(temporaryFolder(), 'rate-log.json');
  const log = openRateLogFile(file);
  log.save('old', [1_000]);
  log.save('new', [62_000]);
  expect(openRateLogFile(file).load('old')).toEqual([]);
  expect(openRateLogFile(file).load('new')).toEqual([62_000]);
});

test('a store that fails costs no call', async () => {
  const log = rememberingLog();
  const failing = {
    load: () => [],
    save: () => {
      throw new Error('disk full');
    },
  };
  const limiter = createRateLimiter({ clock: simulatedClock(), log, store: failing, perSecond: 8, limitPerSecond: 10 });
  expect(await limiter.run('account', async () => 'done')).toBe('done');
  expect(log.lines).toHaveLength(1);
});
