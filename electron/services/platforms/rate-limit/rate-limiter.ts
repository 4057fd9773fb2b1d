import { MINUTE_MS, SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock, Log } from '../../ports.ts';
import type { RateLogStore } from './rate-log-store.ts';
import { waitMs, withoutOld, type CallSpan, type RateRule } from './window.ts';

/** Lets calls go one after another, never more at a time than the rule allows. */
export type RateLimiter = {
  /** Runs `call` when its turn has come, first come first served per key; gives what it gives. */
  readonly run: <Value>(key: string, call: () => Promise<Value>) => Promise<Value>;
};

type Lane = {
  log: readonly CallSpan[];
  readonly waiting: (() => void)[];
  /** True while a timer will look again. */
  timed: boolean;
};

/** Calls of an earlier run that may still be on their way are taken to arrive now. */
const OLDEST_MS = MINUTE_MS;

/** At most `perSecond` starts, and never more than `limitPerSecond` arrivals, in any second. */
export function createRateLimiter(deps: {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: RateLogStore;
  readonly perSecond: number;
  readonly limitPerSecond: number;
}): RateLimiter {
  const { clock, store } = deps;
  const rule: RateRule = {
    windowMs: SECOND_MS,
    guardMs: 3,
    starts: Math.min(deps.perSecond, deps.limitPerSecond),
    arrivals: deps.limitPerSecond,
  };
  const lanes = new Map<string, Lane>();
  const laneOf = (key: string): Lane => {
    const known = lanes.get(key);
    if (known !== undefined) return known;
    const nowMs = clock.monotonic();
    const recent = store.load(key).filter((atMs) => clock.now() - atMs < OLDEST_MS);
    const lane: Lane = { log: recent.map(() => ({ startMs: nowMs, endMs: nowMs })), waiting: [], timed: false };
    lanes.set(key, lane);
    return lane;
  };
  const save = (key: string, lane: Lane): void => {
    const offsetMs = clock.now() - clock.monotonic();
    try {
      store.save(
        key,
        lane.log.map((call) => Math.round(call.startMs + offsetMs)),
      );
    } catch (error) {
      // A log that cannot be kept costs a pause after the next start, not a shipment.
      deps.log.warn('rate-log-unsaved', { kind: error instanceof Error ? error.name : 'unknown' });
    }
  };
  const pump = (lane: Lane): void => {
    while (lane.waiting.length > 0 && !lane.timed) {
      const delayMs = waitMs(lane.log, clock.monotonic(), rule);
      if (delayMs === null) return;
      if (delayMs <= 0) {
        lane.waiting.shift()?.();
        continue;
      }
      lane.timed = true;
      clock.at(delayMs, () => {
        lane.timed = false;
        pump(lane);
      });
    }
  };
  return {
    run: async (key, call) => {
      const lane = laneOf(key);
      const startMs = await new Promise<number>((resolve) => {
        lane.waiting.push(() => {
          const nowMs = clock.monotonic();
          lane.log = [...withoutOld(lane.log, nowMs, rule), { startMs: nowMs, endMs: null }];
          save(key, lane);
          resolve(nowMs);
        });
        pump(lane);
      });
      try {
        return await call();
      } finally {
        lane.log = ended(lane.log, startMs, clock.monotonic());
        pump(lane);
      }
    },
  };
}

/** The log with one running call of this start ended. */
function ended(log: readonly CallSpan[], startMs: number, endMs: number): readonly CallSpan[] {
  const index = log.findIndex((call) => call.endMs === null && call.startMs === startMs);
  return index < 0 ? log : log.with(index, { startMs, endMs });
}
