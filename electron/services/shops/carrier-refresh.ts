import { MINUTE_MS } from '../../../shared/kernel/time.ts';
import type { Clock } from '../ports.ts';
import type { CarrierLists } from './carrier-lists.ts';

/** How often it is looked whether a list is a day old. */
const LOOK_EVERY_MS = MINUTE_MS;
/** After a failure: this, then twice that, and so on up to the longest. */
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = 15 * MINUTE_MS;

export type CarrierRefresh = { readonly start: () => void; readonly stop: () => void };

/**
 * Fetches each shop's carrier list once a day, whether or not orders are pulled, so that the bench never waits for one.
 * A list that could not be fetched is tried again less and less often, and at once after the machine woke up.
 */
export function createCarrierRefresh(deps: {
  readonly clock: Pick<Clock, 'monotonic' | 'at'>;
  readonly lists: Pick<CarrierLists, 'isDue' | 'ensure' | 'readAnew'>;
  /** Shops whose account may be called now; a paused shop is among them. */
  readonly shops: () => readonly { readonly id: string }[];
  readonly onWake: (listener: () => void) => () => void;
}): CarrierRefresh {
  const { clock, lists } = deps;
  const failed = new Map<string, { readonly times: number; readonly againAtMs: number }>();
  const asking = new Set<string>();
  let stopTimer: (() => void) | null = null;
  let stopWake = (): void => undefined;

  const freshen = async (shopId: string): Promise<void> => {
    asking.add(shopId);
    await lists.ensure(shopId, false);
    asking.delete(shopId);
    if (stopTimer === null) return;
    if (!lists.isDue(shopId)) return void failed.delete(shopId);
    const times = (failed.get(shopId)?.times ?? 0) + 1;
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (times - 1));
    failed.set(shopId, { times, againAtMs: clock.monotonic() + waitMs });
  };
  const look = (): void => {
    stopTimer = clock.at(LOOK_EVERY_MS, look);
    for (const { id } of deps.shops()) {
      const waits = (failed.get(id)?.againAtMs ?? 0) > clock.monotonic();
      if (!asking.has(id) && !waits && lists.isDue(id)) void freshen(id);
    }
  };
  return {
    start: () => {
      if (stopTimer !== null) return;
      for (const { id } of deps.shops()) lists.readAnew(id);
      stopWake = deps.onWake(() => {
        failed.clear();
        stopTimer?.();
        look();
      });
      look();
    },
    stop: () => {
      stopTimer?.();
      stopWake();
      stopTimer = null;
    },
  };
}
