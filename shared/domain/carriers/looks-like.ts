import type { Carrier } from '../carrier.ts';
import { normaliseWaybill } from '../waybill.ts';
import { carrierKeyOf } from './carrier-table.ts';
import { fitsPattern } from './waybill-pattern.ts';
import { WAYBILL_SHAPES } from './waybill-shapes.ts';

/**
 * False where a number does not look like this carrier's: by the platform's own pattern where it gives one, else by the
 * shapes we know. A hint that never bars a number; a carrier nothing is known of is never doubted.
 */
export function looksLike(carrier: Carrier, waybill: string): boolean {
  const number = normaliseWaybill(waybill);
  if (carrier.waybillPattern !== undefined) return fitsPattern(carrier, number);
  const key = carrierKeyOf(carrier);
  const shape = WAYBILL_SHAPES.find((candidate) => candidate.key === key);
  return shape === undefined || shape.usual?.test(number) === true || shape.older?.test(number) === true;
}
