import type { OutboxCore } from '../core.ts';
import { isQuiet } from './idle.ts';
import type { Rounds } from './rounds.ts';

export type DrainOptions = { readonly untilIdle: boolean; readonly timeoutMs: number };

/** Those who wait for the sender to be done. `check` is called after every round and every task. */
export type Drain = {
  readonly wait: (options: DrainOptions) => Promise<{ readonly timedOut: boolean }>;
  readonly check: () => void;
};

/** Creates the waiting room of one worker. */
export function createDrain(deps: {
  readonly core: OutboxCore;
  readonly rounds: Pick<Rounds, 'access'>;
  readonly isIdle: () => boolean;
  readonly wake: () => void;
}): Drain {
  const { core, rounds, isIdle, wake } = deps;
  const waiting = new Set<() => void>();
  return {
    check: () => {
      for (const check of [...waiting]) check();
    },
    wait: ({ untilIdle, timeoutMs }) =>
      new Promise((resolve) => {
        const end = (timedOut: boolean): void => {
          waiting.delete(check);
          cancel();
          resolve({ timedOut });
        };
        const recheck = onceForEachGate(core, wake);
        const check = (): void => {
          if (isIdle() && !recheck() && isQuiet(core, rounds, untilIdle)) end(false);
        };
        const cancel = core.clock.at(timeoutMs, () => end(true));
        waiting.add(check);
      }),
  };
}

/** A blocked account is asked once more before it counts as waiting for a person. True while an answer is awaited. */
function onceForEachGate(core: OutboxCore, wake: () => void): () => boolean {
  const asked = new Set<string>();
  return () => {
    const closed = core.shops.list().filter((shop) => core.gates.of(shop.id) !== null && !asked.has(shop.id));
    for (const shop of closed) {
      asked.add(shop.id);
      core.gates.recheckAt(shop.id, core.clock.now());
    }
    if (closed.length > 0) wake();
    return closed.length > 0;
  };
}
