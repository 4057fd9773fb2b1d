import { MINUTE_MS } from '../../../shared/kernel/time.ts';
import type { Clock } from '../ports.ts';
import type { Puller } from './puller.ts';

/** A pull that failed is tried again after the usual time, then twice that, and so on up to this. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS;
/** How often it is looked whether something is due: a changed setting or a resumed shop counts after this at the latest. */
const LOOK_EVERY_MS = 5_000;

export type PullScheduler = { readonly start: () => void; readonly stop: () => void };

/** Pulls every shop again and again, at once after the machine woke up, and not while it is paused or its gate is closed. */
export function createPullScheduler(deps: {
  readonly clock: Pick<Clock, 'monotonic' | 'at'>;
  readonly puller: Pick<Puller, 'pull'>;
  /** Shops that may be pulled now. */
  readonly shops: () => readonly { readonly id: string }[];
  /** 0 switches it off. */
  readonly everyMs: () => number;
  readonly onWake: (listener: () => void) => () => void;
}): PullScheduler {
  const dueMs = new Map<string, number>();
  const failures = new Map<string, number>();
  let stopTimer: (() => void) | null = null;
  let stopWake: (() => void) | null = null;

  const pull = async (shopId: string): Promise<void> => {
    dueMs.set(shopId, Number.POSITIVE_INFINITY);
    const { state } = await deps.puller.pull(shopId).end;
    const failed = state === 'failed' ? (failures.get(shopId) ?? 0) + 1 : 0;
    failures.set(shopId, failed);
    const everyMs = deps.everyMs();
    const waitMs = failed < 2 ? everyMs : Math.max(everyMs, Math.min(LONGEST_WAIT_MS, everyMs * 2 ** (failed - 1)));
    dueMs.set(shopId, deps.clock.monotonic() + waitMs);
  };
  const look = (): void => {
    stopTimer = deps.clock.at(LOOK_EVERY_MS, look);
    if (deps.everyMs() === 0) return;
    const nowMs = deps.clock.monotonic();
    for (const { id } of deps.shops()) if ((dueMs.get(id) ?? nowMs) <= nowMs) void pull(id);
  };
  return {
    start: () => {
      if (stopTimer !== null) return;
      stopWake = deps.onWake(() => {
        for (const [id, atMs] of dueMs) if (Number.isFinite(atMs)) dueMs.set(id, 0);
      });
      look();
    },
    stop: () => {
      stopTimer?.();
      stopWake?.();
      stopTimer = null;
    },
  };
}
