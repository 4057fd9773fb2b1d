import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { EventHub } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from './accounts.ts';
import type { CarrierStore } from './carrier-store.ts';
import { readProblem } from './read-problem.ts';

/** Each shop's live carrier list, kept for a day; an old list is better than none when the platform cannot be reached. */
export type CarrierLists = {
  /** What is known now, without a call. */
  readonly known: (shopId: string) => readonly Carrier[];
  /** Fetches when there is no list, it is a day old, or `refresh` asks for it. */
  readonly ensure: (shopId: string, refresh: boolean) => Promise<Result<readonly Carrier[], Problem>>;
};

/** Creates the carrier lists over their store. */
export function createCarrierLists(deps: {
  readonly store: CarrierStore;
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly events: EventHub;
}): CarrierLists {
  const { store, accounts, clock, events } = deps;
  const fetchList = async (shopId: string): Promise<Result<readonly Carrier[], Problem>> => {
    const answer = await accounts.use(shopId, async (platform, account) => platform.listCarriers?.(account) ?? null);
    if (!answer.ok) return answer;
    if (answer.value === null) return ok([]);
    if (!answer.value.ok) return err(readProblem(answer.value.error));
    store.replace(shopId, answer.value.value, clock.now());
    events.emit('shops.changed', [shopId]);
    return ok(answer.value.value);
  };
  return {
    known: (shopId) => store.list(shopId),
    ensure: async (shopId, refresh) => {
      const fetchedAtMs = store.fetchedAtMs(shopId);
      const fresh = fetchedAtMs !== null && clock.now() - fetchedAtMs < DAY_MS;
      if (fresh && !refresh) return ok(store.list(shopId));
      const fetched = await fetchList(shopId);
      return !fetched.ok && fetchedAtMs !== null && !refresh ? ok(store.list(shopId)) : fetched;
    },
  };
}
