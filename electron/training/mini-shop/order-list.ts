import { msFromChinaTime } from '../../../shared/kernel/china-time.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { OrderState } from '../book/order-state.ts';
import type { Reply } from '../core/reply.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { numberedOk } from './numbered-json.ts';
import { miniOrderShape } from './order-shape.ts';
import { MINI_STATUS } from './order-status.ts';
import type { MiniListBody } from './schemas.ts';

/** `POST /product/order/get_list`: whole orders, newest change first, by page number, with the number of all of them. */
export const miniOrderList =
  ({ book, pictures }: { book: OrderBook; pictures: () => string }) =>
  ({ appId, body }: ShopCall<MiniListBody>): Reply => {
    const found = [...book.all()]
      .filter((state) => state.order.shop === appId && matches(state, body))
      .sort((a, b) => b.updatedMs - a.updatedMs || (a.order.orderId < b.order.orderId ? -1 : 1));
    const from = (body.page - 1) * body.page_size;
    return numberedOk({
      orders: found.slice(from, from + body.page_size).map((state) => miniOrderShape(state, pictures())),
      total_num: found.length,
    });
  };

const matches = (state: OrderState, body: MiniListBody): boolean =>
  isWithin(state.order.createdMs, body.start_create_time, body.end_create_time) &&
  isWithin(state.updatedMs, body.start_update_time, body.end_update_time) &&
  (body.status === undefined || MINI_STATUS[state.status] === body.status);

/** Both ends count, to the second. */
function isWithin(atMs: number, start: string | undefined, end: string | undefined): boolean {
  const atS = Math.floor(atMs / SECOND_MS);
  const startMs = start === undefined ? null : msFromChinaTime(start);
  const endMs = end === undefined ? null : msFromChinaTime(end);
  return (startMs === null || atS >= startMs / SECOND_MS) && (endMs === null || atS <= endMs / SECOND_MS);
}
