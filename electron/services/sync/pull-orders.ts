import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';
import type { EventHub } from '../events.ts';
import type { JobProgress } from '../jobs/jobs.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { Account, OrderWindow, Platform, ReadFailure, ReadResult } from '../platforms/platform.ts';
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
 * in before a failure stay.
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
  const { ids, orderOf } = listed.value;
  let newestMs = Math.max(knownToMs ?? 0, nowMs - QUIET_WINDOW_MS);
  let unread: ReadFailure | null = null;
  progress.at('saving', 0, ids.length);
  for (let at = 0; at < ids.length; at += CHUNK) {
    if (progress.signal.aborted) return err({ code: 'job-cancelled' });
    const chunk = await fetchChunk(ids.slice(at, at + CHUNK), orderOf);
    await nextTurn();
    store(deps, chunk.orders, progress);
    if (chunk.stopped !== null) return err(deps.problemOf(chunk.stopped));
    unread ??= chunk.unread;
    for (const { updatedAt } of chunk.orders)
      if (updatedAt !== null) newestMs = Math.max(newestMs, Math.min(Date.parse(updatedAt), toMs));
    progress.at('saving', Math.min(ids.length, at + CHUNK), ids.length);
  }
  if (unread !== null) return err(deps.problemOf(unread));
  deps.shops.setPulled(shop.id, { toMs: newestMs, atMs: deps.clock.now() });
  deps.events.emit('shops.changed', [shop.id]);
  return ok(null);
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
  if (listOrders !== undefined) {
    const listed = await listOrders(account, window);
    if (!listed.ok) return listed;
    const orders = new Map(listed.value.map((order) => [order.orderId, order]));
    return { ok: true, value: { ids: [...orders.keys()], orderOf: async (id) => found(orders.get(id)) } };
  }
  if (listOrderIds === undefined || getOrder === undefined) return null;
  const listed = await listOrderIds(account, window);
  if (!listed.ok) return listed;
  return { ok: true, value: { ids: [...new Set(listed.value)], orderOf: (id) => getOrder(account, id) } };
}

function found(order: Order | undefined): ReadResult<Order> {
  if (order === undefined) throw new Error('A listed order is gone');
  return { ok: true, value: order };
}

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
  /** One order's answer that made no sense; the others go on. */
  readonly unread: ReadFailure | null;
};

async function fetchChunk(ids: readonly string[], orderOf: Changed['orderOf']): Promise<Chunk> {
  const orders: Order[] = [];
  const waiting = [...ids];
  let stopped: ReadFailure | null = null;
  let unread: ReadFailure | null = null;
  const runner = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && stopped === null; id = waiting.shift()) {
      const answer = await orderOf(id);
      if (answer.ok) orders.push(answer.value);
      else if (answer.error.kind === 'bad-answer' || answer.error.kind === 'refused') unread = answer.error;
      else if (answer.error.kind !== 'not-found') stopped = answer.error;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, runner));
  return { orders, stopped, unread };
}

/** True where the platform itself answered, however it answered. */
const isAnswer = (failure: ReadFailure): boolean => failure.kind !== 'offline' && failure.kind !== 'timeout';
