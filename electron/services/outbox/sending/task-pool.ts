import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Clock } from '../../ports.ts';

/** Work in the background that somebody can wait for. */
export type TaskPool = {
  /** Runs a task; resolves when it ends, also when it fails. */
  readonly run: (task: () => Promise<void>) => Promise<void>;
  readonly isIdle: () => boolean;
  /** Resolves when all tasks have ended, or after the limit. */
  readonly settle: (limitMs: number) => Promise<void>;
};

/** Wait between two tries to write to a full disk. */
const PATIENCE_MS = SECOND_MS;

/** `onEnd` is told after each task, with what it failed of. */
export function createTaskPool(clock: Clock, onEnd: (failure: unknown) => void): TaskPool {
  const tasks = new Set<Promise<void>>();
  return {
    run: (task) => {
      let failure: unknown = null;
      const tracked = task()
        .catch((error: unknown) => {
          failure = error;
        })
        .finally(() => {
          tasks.delete(tracked);
          onEnd(failure);
        });
      tasks.add(tracked);
      return tracked;
    },
    isIdle: () => tasks.size === 0,
    settle: async (limitMs) => {
      let cancel = (): void => undefined;
      const limit = new Promise<void>((resolve) => {
        cancel = clock.at(limitMs, resolve);
      });
      await Promise.race([Promise.allSettled([...tasks]), limit]);
      cancel();
    },
  };
}

/** Tries a write the disk refused again and again, until it succeeds or nobody wants it any more. */
export function retryWrite(clock: Clock, wanted: () => boolean, write: () => void): Promise<void> {
  return new Promise((resolve) => {
    const again = (): void => {
      if (!wanted()) return resolve();
      try {
        write();
        resolve();
      } catch {
        clock.at(PATIENCE_MS, again);
      }
    };
    clock.at(PATIENCE_MS, again);
  });
}
