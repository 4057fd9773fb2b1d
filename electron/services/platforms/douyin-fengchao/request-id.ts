import { createHash } from 'node:crypto';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { childrenOf } from './children.ts';

/**
 * The `request_id` of a package sent by `addmultipack`. It follows from what was saved and from nothing else, so every
 * attempt at one package has the same: after a success the platform answers a repeat with the first result and ships
 * nothing. Where anything of the package differs, so does the id.
 */
export function requestIdOf({ orderId, deliver, items, rejectRefund }: SendPayload): string {
  const parcel = deliver.type === 'courier' ? [deliver.carrierCode, deliver.waybill] : [];
  const serials = items.flatMap((item) => item.serialNumbers ?? []).map((each) => each.serialNumber);
  const facts = [orderId, ...parcel, childrenOf(items), serials.toSorted(), rejectRefund === true];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32);
}
