import type { CallKind } from '../core/platform-module.ts';
import type { OrderChange, ShopChange } from './order-change.ts';
import type { Parcel } from './parcel.ts';
import type { AddedOrders } from '../practice/added-orders.ts';

/** One applied mutation: what the judge counts. */
export type AppliedEntry = {
  readonly kind: 'applied';
  /** `elsewhere` is a shipment made by another clerk, outside the app. */
  readonly what: 'send' | 'correct' | 'elsewhere';
  /** Number of the request that caused it; empty for `elsewhere`. */
  readonly request: string;
  readonly shop: string;
  readonly orderId: string;
  /** Corrections: the parcel before. */
  readonly from?: { readonly carrier: string; readonly waybill: string };
} & Parcel;

/** What is written; the ledger adds the running number `n` and the time `at` (epoch ms). */
export type NewEntry =
  | {
      readonly kind: 'opened';
      readonly seed: number;
      /** Orders of the two Channels shops together. */
      readonly orders: number;
      /** Orders of each further shop. */
      readonly further?: number;
      readonly baseMs: number;
    }
  | { readonly kind: 're-dated'; readonly byMs: number }
  | { readonly kind: 'orders-added'; readonly baseMs: number; readonly added: AddedOrders }
  | { readonly kind: 'order-changed'; readonly orderId: string; readonly change: OrderChange }
  | { readonly kind: 'shop-changed'; readonly shop: string; readonly change: ShopChange }
  | {
      readonly kind: 'request';
      readonly request: string;
      readonly call: CallKind;
      readonly path: string;
      readonly orderId: string;
      /** The body exactly as received; absent for token calls, which carry a secret. */
      readonly body?: string;
      readonly fault?: string;
    }
  | {
      readonly kind: 'answered';
      readonly request: string;
      /** HTTP status, or 0 where the connection was cut instead. */
      readonly status: number;
      readonly code: string;
      readonly requestId?: string;
    }
  | { readonly kind: 'cut-off'; readonly path: string; readonly bytesSeen: number }
  | { readonly kind: 'fault'; readonly on: boolean; readonly mode: string; readonly scope: string }
  | AppliedEntry;

export type LedgerEntry = NewEntry & { readonly n: number; readonly at: number };
