import type { Page } from 'playwright';
import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import type { messages } from '../../renderer/i18n/messages.ts';
import type { Language } from '../../shared/contract/system.ts';
import type { RunningHost } from '../e2e/hosts/running-host.ts';
import type { Training } from '../support/training.ts';

/** A desk being walked through in one language, with practice platforms of its own. */
export type Stage = {
  readonly page: Page;
  readonly host: RunningHost;
  readonly dataDir: string;
  readonly language: Language;
  readonly words: (typeof messages)[Language];
  readonly training: Training;
  /** Takes what is on screen now, at each size; what passes by itself only at the size the window has. */
  readonly shoot: (name: string, options?: { readonly passing: true }) => Promise<void>;
  /** Scans at a person's pace. */
  readonly scan: (...codes: readonly string[]) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Opens a page of the desk by its address behind the `#`. */
  readonly go: (path: string) => Promise<void>;
  /** Puts a practice shop onto the desk and pulls its orders. */
  readonly shop: (key: ShopKey) => Promise<string>;
  /** Makes one order as wanted, brings it onto the desk, and tells all its codes. */
  readonly order: (wanted: WantedOrder) => Promise<SheetOrder>;
};

export type ShopKey = 'living' | 'digital' | 'supplier' | 'taobao' | 'douyin';

export type WantedOrder = {
  readonly shop?: ShopKey;
  /** How many pieces of each of the shop's first kinds of plain goods. */
  readonly pieces: readonly number[];
  readonly buyerNote?: string;
  readonly deadlineMs?: number;
};

/** One part of the walk, on a fresh desk. */
export type Scene = {
  readonly name: string;
  /** Without it the desk is prepared: language chosen, no shop yet. */
  readonly firstRun?: true;
  readonly play: (stage: Stage) => Promise<void>;
};

/** Every code on the goods of an order, once for each piece. */
export const goodsOf = (order: SheetOrder): readonly string[] =>
  order.items.flatMap(({ barcode, quantity }) => Array.from({ length: quantity }, () => barcode));

/** The waybill at a place on the practice sheet of an order. */
export const waybillOf = (order: SheetOrder, index = 0): string => order.waybills[index]?.waybill ?? '';
