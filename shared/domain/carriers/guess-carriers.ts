import { isChineseEan, isGtin } from '../barcode.ts';
import type { Carrier } from '../carrier.ts';
import { normaliseWaybill } from '../waybill.ts';
import type { CarrierKey } from './carrier-key.ts';
import { carrierKeyOf } from './carrier-table.ts';
import { WAYBILL_SHAPES } from './waybill-shapes.ts';

/**
 * Entries of a shop's own list whose numbers look like this one, the likeliest first; none where no shape fits, or where
 * the one that fits is not on the list. Today's shapes decide; older ones are asked only where today's say nothing.
 * A goods barcode (69…) is never a waybill.
 */
export function guessCarriers(waybill: string, shopCarriers: readonly Carrier[]): readonly Carrier[] {
  const number = normaliseWaybill(waybill);
  if (isChineseEan(number)) return [];
  const usual = keysWhere('usual', number);
  const keys = usual.length > 0 ? usual : keysWhere('older', number);
  return keys.flatMap((key) => shopCarriers.filter((carrier) => carrierKeyOf(carrier) === key));
}

/** Whether a number has the shape of a waybill of today, whatever the shop; a goods barcode never has. */
export function looksLikeWaybill(text: string): boolean {
  const number = normaliseWaybill(text);
  return !isGtin(number) && keysWhere('usual', number).length > 0;
}

const keysWhere = (age: 'usual' | 'older', number: string): readonly CarrierKey[] =>
  WAYBILL_SHAPES.filter((shape) => shape[age]?.test(number) === true).map((shape) => shape.key);
