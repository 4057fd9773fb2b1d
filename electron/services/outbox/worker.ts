import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { createClockWatch } from './clock-watch.ts';
import type { OutboxCore } from './core.ts';
import { isQuiet } from './idle.ts';
import { noteReach } from './probe.ts';
import { checkConservation, CONSERVATION_CHECK_MS, recoverFromClockJump } from './recover.ts';
import { createRounds, type Rounds } from './rounds.ts';

export type DrainOptions = { readonly untilIdle: boolean; readonly timeoutMs: number };

/** The loop that gets things sent. It holds no rules: what an op becomes is the machine's, what may start the rounds'. */
export type Worker = Pick<Rounds, 'lookNow' | 'forgetBreaker'> & {
  readonly start: () => void;
  /** No new call is started; those in flight get a few seconds. What is left is in doubt at the next start. */
  readonly stop: () => Promise<void>;
  /** Something was saved or changed and may be due now. */
  readonly wake: () => void;
  /** The world may have changed: a wake from sleep, a new setting, another network. Offline shops are probed at once. */
  readonly nudge: () => void;
  /** What another part of the app learnt about the network by its own calls. */
  readonly noteReach: (shopId: string, answered: boolean) => void;
  /** Runs until nothing is due, or nothing can happen without a person; or until the time is up. */
  readonly drain: (options: DrainOptions) => Promise<{ readonly timedOut: boolean }>;
};

/** Longest sleep: a clock that was set is noticed within this time. */
const LONGEST_SLEEP_MS = 30 * SECOND_MS;
const STOP_LIMIT_MS = 5 * SECOND_MS;
/** Wait after a round that failed or brought nothing, and between tries to write to a full disk. */
const PATIENCE_MS = SECOND_MS;

/** Creates the loop; it does nothing before `start`. */
export function createWorker(core: OutboxCore): Worker {
  const { clock, log } = core;
  const watch = createClockWatch(clock);
  const tasks = new Set<Promise<void>>();
  const waiters = new Set<() => void>();
  let running = false;
  let sleeping: { readonly atMs: number; readonly cancel: () => void } | null = null;
  let cancelCheck = (): void => undefined;

  const tellWaiters = (): void => {
    for (const waiter of [...waiters]) waiter();
  };
  const schedule = (delayMs: number): void => {
    if (!running) return;
    const atMs = clock.monotonic() + Math.max(0, delayMs);
    if (sleeping !== null && sleeping.atMs <= atMs) return;
    sleeping?.cancel();
    sleeping = { atMs, cancel: clock.at(Math.max(0, delayMs), round) };
  };
  const track = (task: () => Promise<void>): Promise<void> => {
    const tracked = task()
      .catch((error: unknown) => {
        if (running) log.error('outbox-task-failed', { kind: error instanceof Error ? error.name : 'unknown' });
        schedule(PATIENCE_MS);
      })
      .finally(() => {
        tasks.delete(tracked);
        tellWaiters();
      });
    tasks.add(tracked);
    return tracked;
  };
  const writeLater = (write: () => void): Promise<void> =>
    new Promise((resolve) => {
      const again = (): void => {
        if (!running) return resolve();
        try {
          write();
          resolve();
        } catch {
          clock.at(PATIENCE_MS, again);
        }
      };
      clock.at(PATIENCE_MS, again);
    });
  const rounds = createRounds({
    core,
    start: track,
    writeLater,
    onProgress: (progressed) => schedule(progressed ? 0 : PATIENCE_MS),
  });
  const round = (): void => {
    sleeping = null;
    if (!running) return;
    try {
      if (watch.jumped()) recoverFromClockJump(core);
      for (const shop of core.shops.list()) rounds.run(shop);
      schedule(sleepMs());
    } catch (error) {
      log.error('outbox-round-failed', { kind: error instanceof Error ? error.name : 'unknown' });
      schedule(PATIENCE_MS);
    }
    tellWaiters();
  };
  const sleepMs = (): number => {
    const waits = core.shops.list().flatMap((shop) => rounds.nextInMs(shop) ?? []);
    return Math.max(1, Math.min(LONGEST_SLEEP_MS, ...waits));
  };
  const checkHourly = (): void => {
    cancelCheck = clock.at(CONSERVATION_CHECK_MS, () => {
      checkConservation(core);
      checkHourly();
    });
  };
  const start = (): void => {
    if (running) return;
    running = true;
    checkHourly();
    schedule(0);
  };
  return {
    lookNow: rounds.lookNow,
    forgetBreaker: rounds.forgetBreaker,
    start,
    wake: () => schedule(0),
    noteReach: (shopId, answered) => {
      noteReach(core, shopId, answered);
      schedule(0);
    },
    nudge: () => {
      core.reach.hurry();
      schedule(0);
    },
    stop: async () => {
      running = false;
      sleeping?.cancel();
      sleeping = null;
      cancelCheck();
      let cancel = (): void => undefined;
      const limit = new Promise<void>((resolve) => {
        cancel = clock.at(STOP_LIMIT_MS, resolve);
      });
      await Promise.race([Promise.allSettled([...tasks]), limit]);
      cancel();
    },
    drain: ({ untilIdle, timeoutMs }) => {
      start();
      return new Promise((resolve) => {
        const end = (timedOut: boolean): void => {
          waiters.delete(check);
          cancel();
          resolve({ timedOut });
        };
        const check = (): void => {
          if (tasks.size === 0 && isQuiet(core, rounds, untilIdle)) end(false);
        };
        const cancel = clock.at(timeoutMs, () => end(true));
        waiters.add(check);
        core.reach.hurry();
        schedule(0);
      });
    },
  };
}
