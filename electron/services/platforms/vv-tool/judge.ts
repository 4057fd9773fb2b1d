import { carrierKeyOf } from '../../../../shared/domain/carriers/carrier-table.ts';
import type { Order, ShippedParcel } from '../../../../shared/domain/order.ts';
import { holdsGoods, sameGoods, stillShippable } from '../../../../shared/domain/platforms/compose-quantities.ts';
import { isSplitSend } from '../../../../shared/domain/platforms/vv-tool/split.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import type { ReadBack } from '../platform.ts';

/**
 * What a trade, freshly read, proves about one shipment (RELIABILITY T9–T11). Null where it proves nothing: "shipped"
 * without a number may be our own shipment or anybody's. Only our number on the parcel proves ours. Pure.
 */
export function judgeSend(order: Order, payload: SendPayload): ReadBack | null {
  const { deliver } = payload;
  if (deliver.type !== 'courier') return null;
  const waybill = normaliseWaybill(deliver.waybill);
  const parcel = order.parcels.find((candidate) => candidate.waybill === waybill);
  if (parcel !== undefined) return judgeParcel(order, parcel, payload);
  switch (order.status) {
    case 'unpaid':
    case 'pending':
      return { kind: 'absent' };
    case 'to-ship':
    case 'part-shipped':
      if (stillShippable(order, payload.items)) return { kind: 'absent' };
      return numbered(order, payload) ? foreign(order) : null;
    case 'shipped':
    case 'done':
      return numbered(order, payload) ? foreign(order) : null;
    case 'closed':
      return foreign(order);
    case 'unknown':
      return null;
  }
}

const foreign = (order: Order): ReadBack => ({ kind: 'foreign', parcels: order.parcels, rawStatus: order.rawStatus });

function judgeParcel(order: Order, parcel: ShippedParcel, payload: SendPayload): ReadBack | null {
  // Our number under another company is somebody's doing and not what was asked for.
  if (payload.deliver.type === 'courier' && isOtherCompany(payload.deliver, parcel)) return foreign(order);
  if (!isSplitSend(payload)) return { kind: 'ours' };
  // Without its goods a parcel of a split trade cannot be told from half of itself.
  if (parcel.items.length === 0) return null;
  return sameGoods(parcel.items, payload.items) ? { kind: 'ours' } : foreign(order);
}

/** Trades name a company in words, shipments by a code; only two companies we know can be told to differ. */
function isOtherCompany(
  ours: { readonly carrierCode: string; readonly carrierName: string },
  { carrierName }: ShippedParcel,
): boolean {
  const sent = carrierKeyOf({ code: ours.carrierCode, name: ours.carrierName || ours.carrierCode });
  const shown = carrierName === '' ? null : carrierKeyOf({ code: carrierName, name: carrierName });
  return sent !== null && shown !== null && sent !== shown;
}

/** True where everything of ours is in parcels whose numbers are known: then ours is not among them. */
const numbered = (order: Order, payload: SendPayload): boolean =>
  holdsGoods(
    order.parcels.flatMap((parcel) => parcel.items),
    payload.items,
  );
