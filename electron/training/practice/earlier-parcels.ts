import type { Parcel } from '../book/parcel.ts';
import { HOUR_MS } from '../../../shared/kernel/time.ts';
import type { PracticeOrder } from './practice-order.ts';
import { practiceWaybills } from './waybills.ts';

/** Parcels that left before practice began: part of a part-shipped order, all of a shipped one. */
export function earlierParcels(order: PracticeOrder): (Parcel & { readonly sentMs: number })[] {
  if (order.kind !== 'part-shipped' && order.kind !== 'shipped') return [];
  const lines = order.kind === 'shipped' ? order.lines : order.lines.slice(0, 1);
  const items = lines.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity }));
  const [waybill = ''] = practiceWaybills('ZTO', 1, order.seq);
  return [{ carrier: 'ZTO', waybill, deliverType: 1, items, sentMs: order.createdMs + HOUR_MS }];
}
