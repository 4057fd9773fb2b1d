import type { SavedBox } from '../packing/packing-deps.ts';
import { type FollowedParcel, followCorrections } from './follow-corrections.ts';
import type { HandOverStore } from './hand-over-store.ts';
import type { ParcelStore } from './parcel-store.ts';
import { handedAs } from './shift-parcels.ts';

/** Reads where the saved boxes of an order are; withdrawn packages are no boxes. */
export const createSavedBoxes =
  ({ parcels, hands }: { readonly parcels: ParcelStore; readonly hands: HandOverStore }) =>
  (shopId: string, orderId: string): readonly SavedBox[] => {
    const ofOrder = parcels.ofOrder(shopId, orderId);
    return ofOrder
      .filter(({ kind, state }) => kind === 'send' && state !== 'cancelled')
      .map((send, index) => savedBox(hands, followCorrections(send, ofOrder), index + 1));
  };

function savedBox(hands: HandOverStore, parcel: FollowedParcel, no: number): SavedBox {
  const { send, current } = parcel;
  const handed = handedAs(hands, parcel);
  return {
    opId: send.id,
    no,
    waybill: current.waybill,
    carrierName: current.carrier,
    savedBy: send.createdBy,
    savedAtMs: send.createdAtMs,
    handed: handed === null ? null : { atMs: handed.atMs, by: handed.operator },
  };
}
