import { afterEach, expect, test } from 'vitest';
import { createClockWatch } from '../../electron/services/platforms/douyin-fengchao/clock-watch.ts';
import { rememberingLog, standingClock } from '../unit/platforms/quiet-deps.ts';
import { packageOf, startDouyinDesk, type DouyinPractice } from './douyin-desk.ts';

const started: DouyinPractice[] = [];
const desk = async (): Promise<DouyinPractice> => {
  const practice = await startDouyinDesk({ serverClock: Date.now });
  started.push(practice);
  return practice;
};
afterEach(async () => {
  for (const practice of started.splice(0)) await practice.stop();
});

test.each([360_000, -360_000])(
  'a clock that is %i ms off closes the account, and nothing more is sent until it is right',
  async (offMs) => {
    const practice = await desk();
    const payload = packageOf(await practice.order());
    const send = () => practice.platform.send(practice.account, payload, 3_000);
    practice.clock.jump(offMs);
    expect(await send()).toMatchObject({
      phase: 'answered',
      code: 'gateway:clock',
      verdict: { kind: 'account', cause: 'clock' },
    });
    expect(await send()).toMatchObject({
      phase: 'none',
      code: 'gateway:clock',
      verdict: { kind: 'account', cause: 'clock' },
    });
    expect((await practice.desk.summary(payload.orderId)).requests.send).toBe(1);
    expect(await practice.platform.checkConnection(practice.account)).toMatchObject({
      ok: false,
      error: { kind: 'account', cause: 'clock' },
    });
    practice.clock.jump(-offMs);
    expect((await send()).verdict).toEqual({ kind: 'applied' });
    expect(practice.log.lines.filter((line) => line.startsWith('platform.clock-skew')).length).toBe(1);
  },
);

test('a clock that is two minutes off still ships, and is told', async () => {
  const practice = await desk();
  practice.clock.jump(120_000);
  const order = await practice.order();
  expect((await practice.platform.send(practice.account, packageOf(order), 3_000)).verdict).toEqual({
    kind: 'applied',
  });
  expect(practice.log.lines.some((line) => line.startsWith('platform.clock-skew'))).toBe(true);
  const report = await practice.platform.checkConnection(practice.account);
  expect(report.ok && Math.abs((report.value.serverTimeMs ?? 0) - Date.now()) < 5_000).toBe(true);
});

test('the difference is told with every answer that can be believed', () => {
  const clock = standingClock();
  const told: number[] = [];
  const watch = createClockWatch({ clock, log: rememberingLog(), onClockSkew: (aheadMs) => told.push(aheadMs) });
  watch.note('a', { accepted: true, serverTimeMs: clock.now() - 90_000 });
  watch.note('a', { accepted: false, serverTimeMs: clock.now() + 400_000 });
  watch.note('a', { accepted: true, serverTimeMs: clock.now() + 400_000 });
  watch.note('a', { accepted: true, serverTimeMs: null });
  expect(told).toEqual([90_000, -400_000]);
});

test('an accepted call proves our time whatever date its answer carries, and a measurement grows old', () => {
  const clock = standingClock();
  const watch = createClockWatch({ clock, log: rememberingLog() });
  const far = clock.now() + 400_000;
  watch.note('a', { accepted: false, serverTimeMs: far });
  expect(watch.outside('a')).toBe(-400_000);
  expect(watch.outside('b')).toBeNull();
  watch.note('a', { accepted: true, serverTimeMs: far });
  expect(watch.outside('a')).toBeNull();
  watch.note('a', { accepted: false, serverTimeMs: far });
  clock.pass(601_000);
  expect(watch.outside('a')).toBeNull();
  watch.note('a', { accepted: false, serverTimeMs: clock.now() + 200_000 });
  expect(watch.outside('a')).toBeNull();
});
