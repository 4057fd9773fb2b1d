import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import { createClockWatch } from '../gates/clock-watch.ts';
import type { OutboxCore } from '../core.ts';
import { createDrain, type DrainOptions } from './drain.ts';
import { noteReach } from '../gates/probe.ts';
import { checkConservation, CONSERVATION_CHECK_MS, recoverFromClockJump } from '../recover.ts';
import { createRounds, type Rounds } from './rounds.ts';
import { createSleeper } from './sleeper.ts';
import { createTaskPool, retryWrite } from './task-pool.ts';

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
  /** Runs until nothing is due, or nothing can happen without a person; or until the time is up. Starts the loop. */
  readonly drain: (options: DrainOptions) => Promise<{ readonly timedOut: boolean }>;
};

/** Longest sleep: a clock that was set is noticed within this time. */
const LONGEST_SLEEP_MS = 30 * SECOND_MS;
const STOP_LIMIT_MS = 5 * SECOND_MS;
/** Wait after a round or a task that failed or brought nothing. */
const PATIENCE_MS = SECOND_MS;

/** Creates the worker; it does nothing before `start`. */
export function createWorker(core: OutboxCore): Worker {
  const loop = createLoop(core);
  const nudge = (): void => {
    core.reach.hurry();
    loop.wakeIn(0);
  };
  let cancelCheck = (): void => undefined;
  const start = (): void => {
    if (!loop.start()) return;
    cancelCheck = repeat(core, CONSERVATION_CHECK_MS, () => checkConservation(core));
  };
  return {
    lookNow: loop.rounds.lookNow,
    forgetBreaker: loop.rounds.forgetBreaker,
    start,
    nudge,
    wake: () => loop.wakeIn(0),
    noteReach: (shopId, answered) => {
      noteReach(core, shopId, answered);
      loop.wakeIn(0);
    },
    stop: async () => {
      cancelCheck();
      await loop.stop();
    },
    drain: (options) => {
      start();
      nudge();
      return loop.drain.wait(options);
    },
  };
}

/** Round after round: whatever is due in each shop is started, then it sleeps until the next thing falls due. */
function createLoop(core: OutboxCore) {
  const { clock, log } = core;
  let running = false;
  const watch = createClockWatch(clock);
  const sleeper = createSleeper(clock, () => round());
  const wakeIn = (delayMs: number): void => {
    if (running) sleeper.wakeIn(delayMs);
  };
  const failed = (event: string, error: unknown): void => {
    if (running) log.error(event, { kind: error instanceof Error ? error.name : 'unknown' });
    wakeIn(PATIENCE_MS);
  };
  const tasks = createTaskPool(clock, (failure) => {
    if (failure !== null) failed('outbox-task-failed', failure);
    drain.check();
  });
  const rounds = createRounds({
    core,
    start: tasks.run,
    writeLater: (write) => retryWrite(clock, () => running, write),
    goesOn: () => running,
    onProgress: (progressed) => wakeIn(progressed ? 0 : PATIENCE_MS),
  });
  const drain = createDrain({ core, rounds, isIdle: tasks.isIdle, wake: () => wakeIn(0) });
  const round = (): void => {
    if (!running) return;
    try {
      if (watch.jumped()) recoverFromClockJump(core);
      for (const shop of core.shops.list()) rounds.run(shop);
      wakeIn(sleepMs(core, rounds));
    } catch (error) {
      failed('outbox-round-failed', error);
    }
    drain.check();
  };
  return {
    rounds,
    drain,
    wakeIn,
    /** False when it runs already. */
    start: (): boolean => {
      if (running) return false;
      running = true;
      wakeIn(0);
      return true;
    },
    stop: async (): Promise<void> => {
      running = false;
      sleeper.cancel();
      await tasks.settle(STOP_LIMIT_MS);
    },
  };
}

/** Until the next thing falls due in any shop. */
function sleepMs(core: OutboxCore, rounds: Rounds): number {
  const waits = core.shops.list().flatMap((shop) => rounds.nextInMs(shop) ?? []);
  return Math.max(1, Math.min(LONGEST_SLEEP_MS, ...waits));
}

function repeat({ clock }: OutboxCore, everyMs: number, task: () => void): () => void {
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = clock.at(everyMs, () => {
      task();
      next();
    });
  };
  next();
  return () => cancel();
}
