import { seededRandom, type Random } from '../core/random.ts';
import { findCarrier, type PracticeCarrier } from './carriers.ts';

/** Fills a carrier's pattern with digits. */
const fill = (carrier: PracticeCarrier, random: Random): string =>
  carrier.pattern.replace(/#/g, () => String(random.int(0, 9)));

/** The first `count` practice parcel numbers of a carrier, all different; the same for everybody with the same seed. */
export function practiceWaybills(carrierCode: string, count = 1000, seed = 1): string[] {
  const carrier = findCarrier(carrierCode);
  if (carrier === undefined) throw new Error(`Unknown carrier ${carrierCode}`);
  const random = seededRandom('waybills', carrierCode, seed);
  const waybills = new Set<string>();
  while (waybills.size < count) waybills.add(fill(carrier, random));
  return [...waybills];
}

/** Parcel numbers set aside for one practice order: printed on its sheet, and used by no other order. */
export function waybillsForOrder(orderId: string, carrierCode: string, count: number): string[] {
  const carrier = findCarrier(carrierCode);
  if (carrier === undefined) throw new Error(`Unknown carrier ${carrierCode}`);
  const random = seededRandom('order-waybill', orderId, carrierCode);
  return Array.from({ length: count }, () => fill(carrier, random));
}
