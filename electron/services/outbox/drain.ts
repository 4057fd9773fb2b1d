import type { OutboxCore } from './core.ts';
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
}): Drain {
  const { core, rounds, isIdle } = deps;
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
        const check = (): void => {
          if (isIdle() && isQuiet(core, rounds, untilIdle)) end(false);
        };
        const cancel = core.clock.at(timeoutMs, () => end(true));
        waiting.add(check);
      }),
  };
}
