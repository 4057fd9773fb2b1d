import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { parseExactJson } from '../../../shared/kernel/json.ts';
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
  /** True where there is no list, or it is a day old, or the clock was set back behind it. */
  readonly isDue: (shopId: string) => boolean;
  /** Fetches when the list is due or `refresh` asks for it. One call at a time for a shop; who comes later shares it. */
  readonly ensure: (shopId: string, refresh: boolean) => Promise<Result<readonly Carrier[], Problem>>;
  /** Reads the list out of the kept answer again: this version may understand more of it than the one that fetched it. */
  readonly readAnew: (shopId: string) => void;
  /** From now on answers that come in are dropped. */
  readonly close: () => void;
};

type Deps = {
  readonly store: CarrierStore;
  readonly accounts: Accounts;
  readonly clock: Pick<Clock, 'now'>;
  readonly events: Pick<EventHub, 'emit'>;
};

/** Creates the carrier lists over their store. */
export function createCarrierLists(deps: Deps): CarrierLists {
  const { store, clock } = deps;
  let closed = false;
  const running = new Map<string, Promise<Result<readonly Carrier[], Problem>>>();
  const fetchOnce = (shopId: string): Promise<Result<readonly Carrier[], Problem>> => {
    const current = running.get(shopId);
    if (current !== undefined) return current;
    const fetched = fetchList({ ...deps, closed: () => closed }, shopId).finally(() => running.delete(shopId));
    running.set(shopId, fetched);
    return fetched;
  };
  const isDue = (shopId: string): boolean => {
    const fetchedAtMs = store.fetchedAtMs(shopId);
    const ageMs = fetchedAtMs === null ? null : clock.now() - fetchedAtMs;
    return ageMs === null || ageMs >= DAY_MS || ageMs < 0;
  };
  return {
    known: (shopId) => store.list(shopId),
    isDue,
    ensure: async (shopId, refresh) => {
      if (!refresh && !isDue(shopId)) return ok(store.list(shopId));
      const fetched = await fetchOnce(shopId);
      return !fetched.ok && !refresh && store.fetchedAtMs(shopId) !== null ? ok(store.list(shopId)) : fetched;
    },
    readAnew: (shopId) => readAnew(deps, shopId),
    close: () => {
      closed = true;
    },
  };
}

async function fetchList(
  { store, accounts, clock, events, closed }: Deps & { readonly closed: () => boolean },
  shopId: string,
): Promise<Result<readonly Carrier[], Problem>> {
  const answer = await accounts.use(shopId, async (platform, account) => platform.listCarriers?.(account) ?? null);
  if (!answer.ok) return answer;
  if (answer.value === null) return ok([]);
  if (!answer.value.ok) return err(readProblem(answer.value.error));
  const { carriers, raw } = answer.value.value;
  if (closed()) return ok(carriers);
  // A list that was there and is empty all at once is a slip of the platform; the bench cannot name a carrier without one.
  const known = store.list(shopId);
  if (carriers.length === 0 && known.length > 0) return ok(known);
  store.replace(shopId, { carriers, body: JSON.stringify(raw) }, clock.now());
  events.emit('shops.changed', [shopId]);
  return ok(carriers);
}

function readAnew({ store, accounts, events }: Deps, shopId: string): void {
  const kept = store.answer(shopId);
  const raw = kept === null ? null : parseExactJson(kept.body);
  if (kept === null || raw === null || !raw.ok) return;
  const carriers = accounts.platformOf(shopId)?.carriersIn?.(raw.value) ?? null;
  if (carriers === null || JSON.stringify(carriers) === JSON.stringify(store.list(shopId))) return;
  store.replace(shopId, { carriers, body: kept.body }, kept.fetchedAtMs);
  events.emit('shops.changed', [shopId]);
}
