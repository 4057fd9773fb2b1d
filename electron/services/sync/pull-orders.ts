import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import type { EventHub } from '../events.ts';
import type { JobProgress } from '../jobs/jobs.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { UnreadStore } from '../orders/unread-store.ts';
import type { Account, OrderWindow, Platform, ReadFailure, ReadResult, UnreadOrder } from '../platforms/platform.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from '../shops/accounts.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';

/** How far the first pull looks back. */
const FIRST_PULL_MS = 15 * DAY_MS;
/** Looked at again each time: an order can be listed a little after the time of change it carries. */
const OVERLAP_MS = 10 * MINUTE_MS;
/** With nothing new the cursor still follows at this distance, so that a quiet shop's window stays small. */
const QUIET_WINDOW_MS = DAY_MS;
/** Orders fetched and then stored in one transaction. */
const CHUNK = 20;
/** Reads under way at once for one shop. */
const CONCURRENCY = 4;

export type PullDeps = {
  readonly accounts: Accounts;
  readonly shops: Pick<ShopStore, 'get' | 'setPulled'>;
  readonly orders: Pick<OrderStore, 'putPulled' | 'together'>;
  readonly unread: Pick<UnreadStore, 'note' | 'forget' | 'due'>;
  readonly events: Pick<EventHub, 'emit'>;
  readonly clock: Pick<Clock, 'now'>;
  /** Sees to a carrier list of today, so that a bench that goes offline can still name carriers; its failure stops nothing. */
  readonly freshenCarriers: (shopId: string) => Promise<unknown>;
  /** A failed read as the problem a person is told. */
  readonly problemOf: (failure: ReadFailure) => Problem;
  /** Somebody answered, or nobody could be reached. */
  readonly noteReach: (shopId: string, answered: boolean) => void;
};

/**
 * Pulls what changed in a shop since the last pull. The cursor moves only after everything of the window is in; it is
 * the platform's own time of change where there is one, so a wrong clock on this machine loses nothing. Orders that came
 * in before a failure stay. Single orders that cannot be read hold nobody up: they are noted and tried again by themselves.
 */
export async function pullOrders(
  deps: PullDeps,
  shopId: string,
  progress: JobProgress,
): Promise<Result<null, Problem>> {
  const shop = deps.shops.get(shopId);
  if (shop === null) return err({ code: 'shop-not-found', shop: shopId });
  await deps.freshenCarriers(shopId);
  const pulled = await deps.accounts.use(shopId, (platform, account) =>
    pullWindow(deps, shop, progress, { platform, account }),
  );
  return pulled.ok ? pulled.value : pulled;
}

type Side = { readonly platform: Platform; readonly account: Account };

async function pullWindow(
  deps: PullDeps,
  shop: ShopRecord,
  progress: JobProgress,
  { platform, account }: Side,
): Promise<Result<null, Problem>> {
  const nowMs = deps.clock.now();
  const toMs = nowMs + OVERLAP_MS;
  // A cursor in the future was set by a clock that has been put back since: how far the shop is known then is not known.
  const knownToMs = shop.pulledToMs !== null && shop.pulledToMs <= toMs ? shop.pulledToMs : null;
  const fromMs = knownToMs === null ? nowMs - FIRST_PULL_MS : knownToMs - OVERLAP_MS;
  const window = { fromMs: Math.min(fromMs, nowMs - OVERLAP_MS), toMs };
  const listed = await listChanged(platform, account, window);
  if (listed === null) return ok(null);
  deps.noteReach(shop.id, listed.ok || isAnswer(listed.error));
  if (!listed.ok) return err(deps.problemOf(listed.error));
  const { ids: changed, orderOf } = listed.value;
  const ids = [...new Set([...changed, ...deps.unread.due(shop.id, nowMs)])];
  let newestMs = Math.max(knownToMs ?? 0, nowMs - QUIET_WINDOW_MS);
  const unread: UnreadOrder[] = [];
  progress.at('saving', 0, ids.length);
  for (let at = 0; at < ids.length; at += CHUNK) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const chunk = await fetchChunk(ids.slice(at, at + CHUNK), orderOf);
    await nextTurn();
    store(deps, chunk.orders, progress);
    if (chunk.stopped !== null) return err(deps.problemOf(chunk.stopped));
    unread.push(...chunk.unread);
    // No further than this pull's own start: what changed since, while it went on, may be missing from its list.
    for (const { updatedAt } of chunk.orders)
      if (updatedAt !== null) newestMs = Math.max(newestMs, Math.min(Date.parse(updatedAt), nowMs));
    progress.at('saving', Math.min(ids.length, at + CHUNK), ids.length);
  }
  deps.orders.together(() => {
    noteUnread(deps, shop.id, { unread, changed: new Set(changed) });
    deps.shops.setPulled(shop.id, { toMs: newestMs, atMs: nowMs });
  });
  deps.events.emit('shops.changed', [shop.id]);
  return ok(null);
}

/** What the platform neither lists any more nor knows is let go; an order it lists and does not know is tried again. */
function noteUnread(
  deps: PullDeps,
  shopId: string,
  { unread, changed }: { readonly unread: readonly UnreadOrder[]; readonly changed: ReadonlySet<string> },
): void {
  for (const { orderId, failure } of unread) {
    const key = { shopId, orderId };
    if (failure.kind === 'not-found' && !changed.has(orderId)) deps.unread.forget(key);
    else deps.unread.note(key, deps.problemOf(failure), deps.clock.now());
  }
}

/** What changed: order numbers, each once, and where the order behind a number comes from. */
type Changed = {
  readonly ids: readonly string[];
  readonly orderOf: (id: string) => Promise<ReadResult<Order>>;
};

/** Takes whole orders from the list where the platform gives them there; null where it has no list. */
async function listChanged(
  { listOrders, listOrderIds, getOrder }: Platform,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<Changed> | null> {
  const single = (id: string): Promise<ReadResult<Order>> | ReadResult<Order> => getOrder?.(account, id) ?? UNKNOWN;
  if (listOrders !== undefined) {
    const listed = await listOrders(account, window);
    if (!listed.ok) return listed;
    const read = new Map<string, ReadResult<Order>>();
    for (const order of listed.value.orders) read.set(order.orderId, { ok: true, value: order });
    for (const { orderId, failure } of listed.value.unread) read.set(orderId, { ok: false, error: failure });
    return { ok: true, value: { ids: [...read.keys()], orderOf: async (id) => read.get(id) ?? single(id) } };
  }
  if (listOrderIds === undefined || getOrder === undefined) return null;
  const listed = await listOrderIds(account, window);
  if (!listed.ok) return listed;
  return { ok: true, value: { ids: [...new Set(listed.value)], orderOf: async (id) => single(id) } };
}

/** Nobody can be asked about one order alone. */
const UNKNOWN: ReadResult<Order> = {
  ok: false,
  error: { kind: 'not-found', httpStatus: null, code: null, message: '', requestId: '' },
};

function store(deps: PullDeps, orders: readonly Order[], progress: JobProgress): void {
  if (orders.length === 0) return;
  const nowMs = deps.clock.now();
  deps.orders.together(() => {
    for (const order of orders) deps.orders.putPulled(order, nowMs);
  });
  progress.accept(orders.length);
  deps.events.emit(
    'orders.changed',
    orders.map(({ orderId }) => orderId),
  );
}

type Chunk = {
  readonly orders: readonly Order[];
  /** A failure that makes every further call pointless. */
  readonly stopped: ReadFailure | null;
  /** Single orders whose answer made no sense; the others go on. */
  readonly unread: readonly UnreadOrder[];
};

/** Failures that say something about one order only. */
const OF_ONE_ORDER: ReadonlySet<ReadFailure['kind']> = new Set(['bad-answer', 'refused', 'not-found']);

async function fetchChunk(ids: readonly string[], orderOf: Changed['orderOf']): Promise<Chunk> {
  const orders: Order[] = [];
  const waiting = [...ids];
  let stopped: ReadFailure | null = null;
  const unread: UnreadOrder[] = [];
  const runner = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && stopped === null; id = waiting.shift()) {
      const answer = await orderOf(id);
      if (answer.ok) orders.push(answer.value);
      else if (OF_ONE_ORDER.has(answer.error.kind)) unread.push({ orderId: id, failure: answer.error });
      else stopped = answer.error;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, runner));
  return { orders, stopped, unread };
}

/** True where the platform itself answered, however it answered. */
const isAnswer = (failure: ReadFailure): boolean => failure.kind !== 'offline' && failure.kind !== 'timeout';
