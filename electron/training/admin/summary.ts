import type { AppliedEntry, LedgerEntry } from '../book/ledger-entry.ts';

/** One parcel of an order and how often it was applied. */
export type SummaryParcel = {
  readonly orderId: string;
  readonly carrier: string;
  readonly waybill: string;
  readonly what: AppliedEntry['what'];
  readonly times: number;
};

/** The judge's count: what was applied, and what was applied more than once. */
export type Summary = {
  readonly requests: Readonly<Record<'token' | 'read' | 'send' | 'correct', number>>;
  readonly applied: Readonly<Record<AppliedEntry['what'], number>>;
  readonly orders: number;
  readonly parcels: readonly SummaryParcel[];
  /** The same parcel of the same order, applied again: must be empty. */
  readonly doubled: readonly SummaryParcel[];
};

export function summarise(entries: readonly LedgerEntry[], onlyOrderId: string | null): Summary {
  const requests = { token: 0, read: 0, send: 0, correct: 0 };
  const applied = { send: 0, correct: 0, elsewhere: 0 };
  const parcels = new Map<string, SummaryParcel>();
  const orders = new Set<string>();
  for (const entry of entries) {
    if (!('orderId' in entry) || (onlyOrderId !== null && entry.orderId !== onlyOrderId)) continue;
    if (entry.kind === 'request') requests[entry.call] += 1;
    if (entry.kind !== 'applied') continue;
    applied[entry.what] += 1;
    orders.add(entry.orderId);
    const { orderId, carrier, waybill, what } = entry;
    const key = [what, orderId, carrier, waybill, JSON.stringify(entry.items)].join('|');
    parcels.set(key, { orderId, carrier, waybill, what, times: (parcels.get(key)?.times ?? 0) + 1 });
  }
  const all = [...parcels.values()];
  return { requests, applied, orders: orders.size, parcels: all, doubled: all.filter((parcel) => parcel.times > 1) };
}
