import { z } from 'zod';
import { PhotoModeSchema } from './photo.ts';

/** Whether packages of a shop are weighed: never, if there is time, or always before their waybill. */
export const WeighModeSchema = z.enum(['off', 'ask', 'must']);

/** Heaviest weight that can be kept, grams. */
export const MAX_GRAMS = 100_000;

const weighing = {
  weigh: WeighModeSchema,
  minGrams: z.int().min(1).max(MAX_GRAMS),
  maxGrams: z.int().min(1).max(MAX_GRAMS),
};
const isRange = ({ minGrams, maxGrams }: { readonly minGrams: number; readonly maxGrams: number }): boolean =>
  minGrams < maxGrams;

/** How packages of a shop are weighed. A weight outside its range is a slip of scale or finger. */
export const WeighingSchema = z.strictObject(weighing).refine(isRange);
export type Weighing = z.infer<typeof WeighingSchema>;

/** What a shop wants of its packages besides goods and waybill. */
export const ShopPackingSchema = z.strictObject({ ...weighing, photo: PhotoModeSchema.default('off') }).refine(isRange);
export type ShopPacking = z.infer<typeof ShopPackingSchema>;

/** Kilograms as they are typed at a scale, `1.234` or `1,234`, in whole grams; null where it is no weight. */
export function typedGrams(text: string): number | null {
  const [, kilograms = '', thousandths = ''] = /^(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  if (kilograms === '') return null;
  const grams = Number(kilograms) * 1_000 + Number(thousandths.padEnd(3, '0'));
  return grams >= 1 && grams <= MAX_GRAMS ? grams : null;
}

/** Kilograms with three decimals, `1.234`, as scales show them. */
export const kilograms = (grams: number): string => (grams / 1_000).toFixed(3);
