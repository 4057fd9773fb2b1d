import type { Order } from '../../order.ts';
import { leavesInParts, type SendPayload } from '../../shipment.ts';

/**
 * True where a package goes by `addmultipack`: it does not hold everything, or other parcels of the order left before
 * it. The call for whole orders refuses an order that is partly shipped.
 */
export const goesAsPack = ({ whole, split }: Pick<SendPayload, 'whole' | 'split'>): boolean => split ?? !whole;

/** What a composer writes into `split` when it knows the order. */
export const mustGoAsPack = (order: Order, payload: Pick<SendPayload, 'whole' | 'split'>): boolean =>
  goesAsPack(payload) || leavesInParts(order, payload.whole);
