import type { Order } from '../../../shared/domain/order.ts';
import { isToPack, remaining, remainingPieces } from './shippable.ts';

/** Stands in `due_ms` for "no deadline": the largest time a date can hold, so that such orders come last. */
const NO_DEADLINE_MS = 8_640_000_000_000_000;

/** A row of `shop_order` as far as it follows from the order itself. */
export type OrderRow = {
  readonly shop_id: string;
  readonly order_id: string;
  readonly status: string;
  readonly due_ms: number;
  readonly pieces: number;
  readonly left_pieces: number;
  readonly title: string;
  readonly search: string;
  readonly body: string;
  readonly updated_at_ms: number;
};

/** An order as its row. `left_pieces` leaves our own shipments out; where there are any, a trigger asks for a recount. */
export function toRow(order: Order): Omit<OrderRow, 'updated_at_ms'> {
  const { shopId, orderId, ...body } = order;
  return {
    shop_id: shopId,
    order_id: orderId,
    status: order.status,
    due_ms: order.deadline === null ? NO_DEADLINE_MS : Date.parse(order.deadline),
    pieces: order.lines.reduce((sum, line) => sum + line.quantity, 0),
    left_pieces: isToPack(order) ? remainingPieces(remaining(order, [])) : 0,
    title: order.lines[0]?.title ?? '',
    search: searchText(order),
    body: JSON.stringify(body),
  };
}

/** The order inside a row. */
export function fromRow(row: Pick<OrderRow, 'shop_id' | 'order_id' | 'body'>): Order {
  const body = JSON.parse(row.body) as Omit<Order, 'shopId' | 'orderId'>;
  return { shopId: row.shop_id, orderId: row.order_id, ...body };
}

function searchText(order: Order): string {
  const words = new Set([order.orderId, ...order.parcels.map((parcel) => parcel.waybill)]);
  for (const line of order.lines)
    for (const word of [line.title, line.variant, line.skuCode, line.barcode, line.skuId, line.productId])
      words.add(word);
  words.delete('');
  return [...words].join('\n').toLowerCase();
}
