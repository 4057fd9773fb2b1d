import { buildOrder } from '../practice/build-order.ts';
import { makeAddedOrders, type AddedOrders } from '../practice/added-orders.ts';
import { furtherOrders } from '../practice/further-orders.ts';
import type { PracticeOrder } from '../practice/practice-order.ts';
import type { Ledger } from './ledger.ts';
import type { AppliedEntry, LedgerEntry, NewEntry } from './ledger-entry.ts';
import type { OrderChange, ShopChange } from './order-change.ts';
import { afterApplied, afterChange, newOrderState, skusLeft, type OrderState } from './order-state.ts';

/** All orders and shop settings as they stand. Every change is in the ledger first, so a restart comes to the same. */
export type OrderBook = {
  readonly find: (shop: string, orderId: string) => OrderState | undefined;
  readonly findAnywhere: (orderId: string) => OrderState | undefined;
  readonly all: () => IterableIterator<OrderState>;
  /** Grows with every change, so that a reader knows when what it kept is old. */
  readonly version: () => number;
  readonly shop: (shop: string) => ShopChange;
  /** The order a serial number is locked by, in whatever shop. */
  readonly serialLockedBy: (serialNumber: string) => string | undefined;
  /** Applies the parcels of one request at once. */
  readonly applySent: (entries: readonly AppliedEntry[]) => void;
  readonly addOrders: (added: AddedOrders) => PracticeOrder[];
  readonly changeOrder: (orderId: string, change: OrderChange) => void;
  readonly changeShop: (shop: string, change: ShopChange) => void;
};

/** How old untouched practice orders may become before they are dated anew, so that a pull still finds them. */
const FRESH_MS = 12 * 60 * 60 * 1000;

type BookState = {
  seed: number;
  baseMs: number;
  version: number;
  readonly orders: Map<string, OrderState>;
  readonly shops: Map<string, ShopChange>;
  readonly serials: Map<string, string>;
};

/** Opens the book: from the ledger where it has entries, otherwise with new practice data. */
export function openOrderBook(deps: {
  ledger: Ledger;
  now: () => number;
  seed: number;
  orders: number;
  further: number;
}): OrderBook {
  const { ledger, now } = deps;
  const state: BookState = {
    seed: deps.seed,
    baseMs: 0,
    version: 0,
    orders: new Map(),
    shops: new Map(),
    serials: new Map(),
  };
  for (const entry of ledger.read()) replay(state, entry, entry.at);
  const commit = (...entries: readonly NewEntry[]): void => {
    const atMs = ledger.append(...entries);
    for (const entry of entries) replay(state, entry, atMs);
  };
  const { seed, orders, further } = deps;
  if (state.baseMs === 0) commit({ kind: 'opened', seed, orders, further, baseMs: now() });
  else if (now() - state.baseMs > FRESH_MS) commit({ kind: 're-dated', byMs: now() - state.baseMs });
  return {
    find: (shop, orderId) => {
      const found = state.orders.get(orderId);
      return found?.order.shop === shop ? found : undefined;
    },
    findAnywhere: (orderId) => state.orders.get(orderId),
    all: () => state.orders.values(),
    version: () => state.version,
    shop: (shop) => state.shops.get(shop) ?? {},
    serialLockedBy: (serialNumber) => state.serials.get(serialNumber),
    applySent: (entries) => commit(...entries),
    addOrders: (added) => {
      const baseMs = now();
      const made = makeAddedOrders(added, { seed: state.seed, firstSeq: state.orders.size + 1, baseMs });
      commit({ kind: 'orders-added', baseMs, added });
      return made;
    },
    changeOrder: (orderId, { shipElsewhere, ...change }) => {
      const found = state.orders.get(orderId);
      if (found === undefined) throw new Error(`No order ${orderId}`);
      if (Object.keys(change).length > 0) commit({ kind: 'order-changed', orderId, change });
      if (shipElsewhere !== undefined) commit(elsewhereEntry(state.orders.get(orderId) ?? found, shipElsewhere));
    },
    changeShop: (shop, change) => commit({ kind: 'shop-changed', shop, change }),
  };
}

const elsewhereEntry = (state: OrderState, parcel: { carrier: string; waybill: string }): AppliedEntry => ({
  kind: 'applied',
  what: 'elsewhere',
  request: '',
  shop: state.order.shop,
  orderId: state.order.orderId,
  ...parcel,
  deliverType: 1,
  items: skusLeft(state)
    .filter((sku) => sku.left > 0)
    .map(({ productId, skuId, left }) => ({ productId, skuId, quantity: left })),
});

/** Brings the state up to one entry. Entries that change nothing are passed over. */
function replay(state: BookState, entry: NewEntry | LedgerEntry, atMs: number): void {
  const change = (orderId: string, next: (order: OrderState) => OrderState): void => {
    const order = state.orders.get(orderId);
    if (order !== undefined) state.orders.set(orderId, next(order));
  };
  switch (entry.kind) {
    case 'opened':
      state.seed = entry.seed;
      state.baseMs = entry.baseMs;
      openWith(state, entry);
      break;
    case 'orders-added':
      addOrders(state, entry);
      break;
    case 're-dated':
      reDate(state, entry.byMs);
      break;
    case 'order-changed':
      change(entry.orderId, (order) => afterChange(order, entry.change, atMs));
      break;
    case 'shop-changed':
      state.shops.set(entry.shop, { ...state.shops.get(entry.shop), ...entry.change });
      break;
    case 'applied':
      change(entry.orderId, (order) => afterApplied(order, entry, atMs));
      if (entry.serialNumber) state.serials.set(entry.serialNumber, entry.orderId);
      break;
    default:
      return;
  }
  state.version += 1;
}

function openWith(
  state: BookState,
  { seed, baseMs, orders, further = 0 }: NewEntry & { readonly kind: 'opened' },
): void {
  for (let seq = 1; seq <= orders; seq += 1) putOrder(state, buildOrder({ seed, seq, baseMs }));
  for (const order of furtherOrders({ seed, baseMs, count: further, firstSeq: orders + 1 })) putOrder(state, order);
}

function putOrder(state: BookState, order: PracticeOrder, over?: OrderChange, updatedMs?: number): void {
  state.orders.set(order.orderId, newOrderState(order, over, updatedMs));
}

function addOrders(state: BookState, { added, baseMs }: { added: AddedOrders; baseMs: number }): void {
  const made = makeAddedOrders(added, { seed: state.seed, firstSeq: state.orders.size + 1, baseMs });
  made.forEach((order, index) => {
    const explicit = 'orders' in added ? added.orders[index] : undefined;
    const over = {
      ...(explicit?.status === undefined ? {} : { status: explicit.status }),
      ...(explicit?.holds === undefined ? {} : { holds: explicit.holds }),
    };
    // However old a made order is, it comes to the platform now; one that a test dates is as old as it says.
    putOrder(state, order, over, explicit === undefined ? baseMs : order.createdMs);
  });
}

/** Moves every order that nobody has touched forward in time. */
function reDate(state: BookState, byMs: number): void {
  state.baseMs += byMs;
  for (const [orderId, old] of state.orders) {
    const untouched = old.status === 'to-ship' && old.parcels.length === 0;
    if (!untouched) continue;
    const order = { ...old.order, createdMs: old.order.createdMs + byMs, deadlineMs: old.order.deadlineMs + byMs };
    state.orders.set(orderId, { ...old, order, updatedMs: state.baseMs });
  }
}
