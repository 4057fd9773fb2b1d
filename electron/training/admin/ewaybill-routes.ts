import type { OrderBook } from '../book/order-book.ts';
import { jsonReply } from '../core/reply.ts';
import { ewaybillsOf } from '../dropship/ewaybills.ts';
import { adminError, type AdminRoutes } from './admin-route.ts';

/** `GET /__training/ewaybills?orderId=…&carrier=…`: the electronic labels drawn for an order, as its supplier sees them. */
export const ewaybillRoutes = ({ book }: { book: OrderBook }): AdminRoutes => ({
  'GET /__training/ewaybills': ({ query }) => {
    const orderId = query.get('orderId') ?? '';
    if (book.findAnywhere(orderId) === undefined) return adminError(404, `No order ${orderId}`);
    return jsonReply({ ewaybills: ewaybillsOf(orderId, query.get('carrier') ?? '') });
  },
});
