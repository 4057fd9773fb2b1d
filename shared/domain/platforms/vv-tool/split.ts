import type { Order } from '../../order.ts';
import { leavesInParts, type SendPayload } from '../../shipment.ts';

/**
 * True where a package must go out as a split (`is_split` with `sub_tid`): it does not hold everything, or other parcels
 * of the trade left before it. Once a trade is split, every later call has to say so.
 */
export const isSplitSend = (payload: Pick<SendPayload, 'whole' | 'split'>): boolean => payload.split ?? !payload.whole;

/** What a composer writes into `split` when it knows the order. */
export const mustSplit = (order: Order, payload: Pick<SendPayload, 'whole' | 'split'>): boolean =>
  isSplitSend(payload) || leavesInParts(order, payload.whole);
