import { MINUTE_MS, SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock, Log } from '../../ports.ts';
import type { RateLogStore } from './rate-log-store.ts';
import { waitMs, withoutOld, type CallSpan, type RateRule } from './window.ts';

/** Lets calls go one after another, never more at a time than the rule allows. */
export type RateLimiter = {
  /** Runs `call` when its turn has come, first come first served per key; gives what it gives. */
  readonly run: <Value>(key: string, call: () => Promise<Value>) => Promise<Value>;
};

/** What a limiter needs: at most `perSecond` starts, and never more than `limitPerSecond` arrivals, in any second. */
export type RateLimiterDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: RateLogStore;
  readonly perSecond: number;
  readonly limitPerSecond: number;
};

type Lane = {
  log: readonly CallSpan[];
  readonly waiting: (() => void)[];
  /** True while a timer will look again. */
  timed: boolean;
};

/** Our clock against the server's. */
const GUARD_MS = 3;
/** Calls of an earlier run that may still be on their way are taken to arrive now. */
const OLDEST_MS = MINUTE_MS;

/** Creates the limiter; each key (an account) has a pace of its own. */
export function createRateLimiter(deps: RateLimiterDeps): RateLimiter {
  const { clock, limitPerSecond } = deps;
  const rule: RateRule = {
    windowMs: SECOND_MS,
    guardMs: GUARD_MS,
    starts: Math.min(deps.perSecond, limitPerSecond),
    arrivals: limitPerSecond,
  };
  const lanes = new Map<string, Lane>();
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
  const turn = (key: string, lane: Lane): Promise<number> =>
    new Promise((resolve) => {
      lane.waiting.push(() => {
        const nowMs = clock.monotonic();
        lane.log = [...withoutOld(lane.log, nowMs, rule), { startMs: nowMs, endMs: null }];
        keepLog(deps, key, lane.log);
        resolve(nowMs);
      });
      pump(lane);
    });
  return {
    run: async (key, call) => {
      const lane = lanes.get(key) ?? openLane(deps, key);
      lanes.set(key, lane);
      const startMs = await turn(key, lane);
      try {
        return await call();
      } finally {
        lane.log = ended(lane.log, startMs, clock.monotonic());
        pump(lane);
      }
    },
  };
}

function openLane({ clock, store }: RateLimiterDeps, key: string): Lane {
  const nowMs = clock.monotonic();
  const recent = store.load(key).filter((atMs) => clock.now() - atMs < OLDEST_MS);
  return { log: recent.map(() => ({ startMs: nowMs, endMs: nowMs })), waiting: [], timed: false };
}

function keepLog({ clock, log, store }: RateLimiterDeps, key: string, calls: readonly CallSpan[]): void {
  const aheadMs = clock.now() - clock.monotonic();
  try {
    store.save(
      key,
      calls.map((call) => Math.round(call.startMs + aheadMs)),
    );
  } catch (error) {
    // A log that cannot be kept costs a burst after the next start, not a shipment now.
    log.warn('rate-log-unsaved', { kind: error instanceof Error ? error.name : 'unknown' });
  }
}

/** The log with one running call of this start ended. */
function ended(log: readonly CallSpan[], startMs: number, endMs: number): readonly CallSpan[] {
  const index = log.findIndex((call) => call.endMs === null && call.startMs === startMs);
  return index < 0 ? log : log.with(index, { startMs, endMs });
}
