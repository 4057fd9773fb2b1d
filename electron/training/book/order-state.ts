import type { PracticeLine, PracticeOrder } from '../practice/practice-order.ts';
import { earlierParcels } from '../practice/earlier-parcels.ts';
import type { AppliedEntry } from './ledger-entry.ts';
import type { Parcel } from './parcel.ts';
import type { Hold, OrderChange, PracticeStatus } from './order-change.ts';

/** What has happened to an order so far. Replaced, never changed in place. */
export type OrderState = {
  readonly order: PracticeOrder;
  readonly status: PracticeStatus;
  readonly holds: readonly Hold[];
  readonly updatedMs: number;
  readonly parcels: readonly (Parcel & { readonly sentMs: number })[];
  /** Waybill corrections taken so far. */
  readonly corrections: number;
  /** Pieces with an open or a finished after-sale case, by SKU, where they changed since the order was made. */
  readonly openAfterSale: Readonly<Record<string, number>>;
  readonly finishedAfterSale: Readonly<Record<string, number>>;
};

/** How an order of each kind starts out. */
const START: Partial<Record<PracticeOrder['kind'], { status?: PracticeStatus; holds?: readonly Hold[] }>> = {
  'address-change': { holds: ['address-change'] },
  'sku-change': { holds: ['sku-change'] },
  risk: { holds: ['risk'] },
  'part-shipped': { status: 'part-shipped' },
  shipped: { status: 'shipped' },
  unpaid: { status: 'unpaid' },
  cancelled: { status: 'cancelled' },
};

/** `updatedMs`: when the platform has it; the desk asks for changes since it asked last, and would not see an earlier one. */
export const newOrderState = (
  order: PracticeOrder,
  over: OrderChange = {},
  updatedMs = order.createdMs,
): OrderState => ({
  order,
  status: over.status ?? START[order.kind]?.status ?? 'to-ship',
  holds: over.holds ?? START[order.kind]?.holds ?? [],
  updatedMs,
  parcels: earlierParcels(order),
  corrections: 0,
  openAfterSale: {},
  finishedAfterSale: {},
});

export const openAfterSale = (state: OrderState, line: PracticeLine): number =>
  state.openAfterSale[line.skuId] ?? line.openAfterSale;

export const finishedAfterSale = (state: OrderState, line: PracticeLine): number =>
  state.finishedAfterSale[line.skuId] ?? line.finishedAfterSale;

/** One SKU of an order as it stands: lines of the same goods are one. */
export type SkuLeft = {
  readonly productId: string;
  readonly skuId: string;
  readonly ordered: number;
  readonly shipped: number;
  /** Pieces that may still be shipped. */
  readonly left: number;
};

/** What is ordered, shipped and left of every SKU, finished after-sale cases taken out. */
export function skusLeft(state: OrderState): SkuLeft[] {
  const skus = new Map<string, SkuLeft>();
  for (const line of state.order.lines) {
    const key = skuKey(line);
    const known = skus.get(key) ?? { ...pick(line), ordered: 0, shipped: 0, left: 0 };
    const left = known.left + line.quantity - finishedAfterSale(state, line);
    skus.set(key, { ...known, ordered: known.ordered + line.quantity, left });
  }
  for (const item of state.parcels.flatMap((parcel) => parcel.items)) {
    const known = skus.get(skuKey(item));
    if (known === undefined) continue;
    skus.set(skuKey(item), {
      ...known,
      shipped: known.shipped + item.quantity,
      left: known.left - item.quantity,
    });
  }
  return [...skus.values()];
}

const skuKey = ({ productId, skuId }: { productId: string; skuId: string }): string => `${productId}/${skuId}`;
const pick = ({ productId, skuId }: PracticeLine): { productId: string; skuId: string } => ({ productId, skuId });

/** The order after one applied mutation. */
export function afterApplied(state: OrderState, entry: AppliedEntry, atMs: number): OrderState {
  const { carrier, waybill, deliverType, items, serialNumber } = entry;
  const parcel = { carrier, waybill, deliverType, items, sentMs: atMs, ...(serialNumber ? { serialNumber } : {}) };
  if (entry.what === 'correct') {
    const index = state.parcels.findIndex(
      (old) => old.waybill === entry.from?.waybill && old.carrier === entry.from.carrier,
    );
    const sentMs = state.parcels[index]?.sentMs ?? atMs;
    const parcels = state.parcels.with(index, { ...parcel, sentMs });
    return { ...state, parcels, corrections: state.corrections + 1, updatedMs: atMs };
  }
  const shipped: OrderState = { ...state, parcels: [...state.parcels, parcel], updatedMs: atMs };
  const left = skusLeft(shipped).some((sku) => sku.left > 0);
  return { ...shipped, status: left ? 'part-shipped' : 'shipped' };
}

/** The order after something happened to it outside the app; `shipElsewhere` is an applied entry of its own. */
export function afterChange(state: OrderState, change: OrderChange, atMs: number): OrderState {
  const count = (
    counts: Readonly<Record<string, number>>,
    more: { skuId: string; quantity: number } | undefined,
  ): Readonly<Record<string, number>> => (more === undefined ? counts : { ...counts, [more.skuId]: more.quantity });
  return {
    ...state,
    status: change.status ?? state.status,
    holds: change.holds ?? state.holds,
    openAfterSale: count(state.openAfterSale, change.openAfterSale),
    finishedAfterSale: count(state.finishedAfterSale, change.finishedAfterSale),
    updatedMs: atMs,
  };
}
