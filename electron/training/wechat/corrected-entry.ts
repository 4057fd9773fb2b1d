import type { AppliedEntry } from '../book/ledger-entry.ts';
import type { Parcel } from '../book/parcel.ts';

/** A parcel and the carrier and waybill it is to have. */
type Correction = {
  readonly parcel: Parcel;
  readonly to: { readonly delivery_id: string; readonly waybill_id: string };
};

/** What a correction of one parcel leaves in the ledger. */
export const correctedEntry = (
  { parcel, to }: Correction,
  shop: string,
  request: string,
  orderId: string,
): AppliedEntry => ({
  kind: 'applied',
  what: 'correct',
  request,
  shop,
  orderId,
  from: { carrier: parcel.carrier, waybill: parcel.waybill },
  carrier: to.delivery_id,
  waybill: to.waybill_id,
  deliverType: parcel.deliverType,
  items: parcel.items,
  ...(parcel.serialNumber === undefined ? {} : { serialNumber: parcel.serialNumber }),
});
