import type { CallContext } from '../../../shared/contract/define.ts';
import type { BenchOffer, Verdict } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { ComposeRule } from '../../../shared/domain/compose-rule.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { PackageItem, SendPayload } from '../../../shared/domain/shipment.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { EventHub } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { CarrierStore } from '../shops/carrier-store.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { BenchMemory, EarlierUse } from './bench-memory.ts';
import type { HeldStore } from './held-store.ts';
import type { Photos } from '../photos/photos.ts';
import type { PackageExtrasStore } from './package-extras.ts';
import type { Session } from './session.ts';
import type { StoppedBoxStore } from './stopped-box-store.ts';

/** What an order already has, as far as this desk and the platform know. */
export type EarlierShipment = { readonly waybill: string; readonly atMs: number | null; readonly operator: string };

/** A saved box as it stands: its label by now, and whether the courier has it. */
export type SavedBox = {
  readonly opId: string;
  /** Which package of its order it is, from 1. */
  readonly no: number;
  readonly waybill: string;
  readonly carrierName: string;
  readonly savedBy: string;
  readonly savedAtMs: number;
  readonly handed: { readonly atMs: number; readonly by: string } | null;
};

/** Who scans or presses, as the door says. */
export type Who = CallContext;

/** Where an input leads. `refusal` stops the line although part of the input was done. */
export type Outcome = Result<
  { readonly session: Session; readonly verdict: Verdict; readonly refusal?: Problem },
  Problem
>;

/** What the bench needs from the rest of the app. */
export type PackingDeps = {
  readonly orders: {
    /** The order a scanned code opens, or null. */
    readonly findByCode: (code: string) => Order | null;
    /** The orders a waybill was printed for before they are packed. */
    readonly findByLabel: (waybill: string) => readonly Order[];
    /** Pieces of each line that may still be packed, by line number. */
    readonly remaining: (order: Order) => ReadonlyMap<number, number>;
    /** True where all of these goods may still be packed. */
    readonly isLeft: (order: Order, items: readonly PackageItem[]) => boolean;
    /** The order with the earliest ship-by time that still wants these goods and may be packed now, or null. */
    readonly needing: (code: string) => Promise<Order | null>;
    readonly earlierShipment: (order: Order) => EarlierShipment | null;
    /** The carrier of the order's latest parcel; empty texts where it has none. */
    readonly expectedCarrier: (order: Order) => Pick<Carrier, 'code' | 'name'>;
    /** The order as it is known now; the bench works on the copy it was opened with. */
    readonly current: (shopId: string, orderId: string) => Order | null;
  };
  readonly outbox: {
    readonly enqueue: (input: {
      readonly shopId: string;
      readonly payload: SendPayload;
      readonly carrierName: string;
      readonly operator: string;
      /** Written in the same commit. */
      readonly also?: (saved: { readonly seq: number; readonly id: string }) => void;
    }) => Result<{ readonly id: string }, Problem>;
    /** Codes of the carriers a shop's latest parcels left with, most used first. */
    readonly oftenUsed: (shopId: string) => readonly string[];
    readonly waybillUse: (waybill: string) => EarlierUse | null;
  };
  /** Only what is known: a scan never waits for the network. */
  readonly carrierLists: { readonly known: (shopId: string) => readonly Carrier[] };
  readonly carriers: Pick<CarrierStore, 'choice' | 'remember'>;
  readonly shops: Pick<ShopStore, 'get'>;
  /** Carriers of the list whose waybills look like this one, likeliest first. */
  readonly guessCarriers: (waybill: string, carriers: readonly Carrier[]) => readonly Carrier[];
  /** What the platform forbids about this package, or null. */
  readonly composeRule: (order: Order, payload: SendPayload) => ComposeRule | null;
  /** What one key leads to beside an error; null where there is nothing but to see it. */
  readonly offer: (problem: Problem, code: string) => BenchOffer | null;
  readonly memory: BenchMemory;
  readonly held: HeldStore;
  readonly stops: StoppedBoxStore;
  /** The saved boxes of an order, oldest first. */
  readonly savedBoxes: (shopId: string, orderId: string) => readonly SavedBox[];
  /** Asks for the news of an order in the background; never waited for. */
  readonly refresh: (order: Order) => void;
  /** What shops want of their packages, and where saved ones keep it. */
  readonly extras: Pick<PackageExtrasStore, 'wanted' | 'write'>;
  readonly photos: Pick<Photos, 'free' | 'hasRoom' | 'settle' | 'settleLate'>;
  /** Pieces a packer may put into a package without scanning each; a lead is not limited. */
  readonly restLimit: () => number;
  readonly events: EventHub;
  readonly clock: Clock;
};
