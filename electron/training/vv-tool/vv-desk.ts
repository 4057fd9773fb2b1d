import { z } from 'zod';
import { createRateCounter, type RateCounter } from './rate-counter.ts';

/** What a test may change about the aggregator. */
export const VvChangeSchema = z.strictObject({
  /** Points left on the account; every answered call takes one. */
  points: z.int().nonnegative().optional(),
  /** Whether the owner has authorised the shop. */
  authorised: z.boolean().optional(),
  /** The edition the shop is authorised for. */
  edition: z.enum(['1', '2', '3', '4']).optional(),
  ratePerSecond: z.int().positive().optional(),
  /** Where waybills are left out: nowhere, of a trade, or of its logistics orders as well. */
  hidesWaybills: z.enum(['nowhere', 'trade', 'everywhere']).optional(),
  /** True where a success is told at the top of the answer, as in the document's table, not inside `data`. */
  successOnTop: z.boolean().optional(),
  /** True where only the older token address exists. */
  oldTokenOnly: z.boolean().optional(),
});
export type VvChange = z.output<typeof VvChangeSchema>;
export type VvSettings = { readonly [Name in keyof VvChange]-?: NonNullable<VvChange[Name]> };

/** Money, pace and rights of the practice account. Kept in memory only. */
export type VvDesk = {
  readonly settings: () => VvSettings;
  readonly change: (change: VvChange) => void;
  /** Takes the price of one call; what it took. */
  readonly charge: () => number;
  readonly rate: RateCounter;
  readonly view: () => VvView;
};

export type VvView = VvSettings & {
  readonly charged: number;
  /** The most calls the server saw in any one second. */
  readonly worstInOneSecond: number;
};

const START: VvSettings = {
  points: 1_000_000,
  authorised: true,
  edition: '1',
  ratePerSecond: 10,
  hidesWaybills: 'nowhere',
  successOnTop: false,
  oldTokenOnly: false,
};
const PRICE = 1;

export function createVvDesk(): VvDesk {
  const rate = createRateCounter();
  let settings = START;
  let charged = 0;
  return {
    settings: () => settings,
    change: (change) => {
      settings = { ...settings, ...(change as Partial<VvSettings>) };
    },
    charge: () => {
      settings = { ...settings, points: settings.points - PRICE };
      charged += PRICE;
      return PRICE;
    },
    rate,
    view: () => ({ ...settings, charged, worstInOneSecond: rate.worst() }),
  };
}
