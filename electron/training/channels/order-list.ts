import { DAY_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { OrderState } from '../book/order-state.ts';
import type { Reply } from '../core/reply.ts';
import { filterDigest, makeKey, readKey, type Position } from '../wechat/page-key.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { refuse, wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { codeMessage } from './codes.ts';
import { openIdOf } from '../wechat/open-id.ts';
import { CHANNELS_STATUS } from './order-status.ts';
import type { OrderListBody } from './schemas.ts';

const MAX_SPAN_S = (7 * DAY_MS) / SECOND_MS;

type Range = { readonly start_time: number; readonly end_time: number };
type Found = { readonly filter: string; readonly version: number; readonly orders: readonly OrderState[] };

/** `POST /channels/ec/order/list/get`: ids only, oldest first, at most a hundred a page. */
export function orderList({ book }: { book: OrderBook }): (call: ShopCall<OrderListBody>) => Reply | Refusal {
  let kept: Found | undefined;
  const find = (appId: string, body: OrderListBody, filter: string): readonly OrderState[] => {
    if (kept?.filter !== filter || kept.version !== book.version())
      kept = { filter, version: book.version(), orders: matching(book, appId, body) };
    return kept.orders;
  };
  return ({ appId, body }) => {
    const refusal = rangeRefusal(body);
    if (refusal !== undefined) return refusal;
    const { next_key: key, ...unchanging } = body;
    const filter = filterDigest([appId, unchanging]);
    const after = readKey(key, filter);
    if (after === undefined) return refuse(606006, codeMessage(606006));
    const rest = find(appId, body, filter).filter((order) => isAfter(order, after, body));
    const page = rest.slice(0, body.page_size);
    const last = page.at(-1);
    const more = rest.length > page.length;
    return wechatOk({
      order_id_list: page.map((state) => state.order.orderId),
      next_key: last === undefined ? key : makeKey(filter, { atMs: timeOf(last, body), orderId: last.order.orderId }),
      has_more: more,
    });
  };
}

function rangeRefusal({ create_time_range, update_time_range }: OrderListBody): Refusal | undefined {
  const ranges = [create_time_range, update_time_range].filter((range) => range !== undefined);
  if (ranges.length === 0) return refuse(40097, 'invalid args, create_time_range or update_time_range is required');
  for (const { start_time, end_time } of ranges) {
    if (end_time < start_time) return refuse(40097, 'invalid args, end_time is before start_time');
    if (end_time - start_time > MAX_SPAN_S) return refuse(40097, 'invalid args, time range is longer than 7 days');
  }
  return undefined;
}

function matching(book: OrderBook, appId: string, body: OrderListBody): OrderState[] {
  const inside = (atMs: number, range: Range | undefined): boolean =>
    range === undefined || (seconds(atMs) >= range.start_time && seconds(atMs) <= range.end_time);
  return [...book.all()]
    .filter(
      (state) =>
        state.order.shop === appId &&
        inside(state.order.createdMs, body.create_time_range) &&
        inside(state.updatedMs, body.update_time_range) &&
        (body.status === undefined || CHANNELS_STATUS[state.status] === body.status) &&
        (body.openid === undefined || openIdOf(state.order.orderId) === body.openid),
    )
    .sort((a, b) => timeOf(a, body) - timeOf(b, body) || (a.order.orderId < b.order.orderId ? -1 : 1));
}

const seconds = (atMs: number): number => Math.floor(atMs / SECOND_MS);

/** The time pages are ordered by: that of change where the caller asks for it. */
const timeOf = (state: OrderState, body: OrderListBody): number =>
  body.update_time_range === undefined ? state.order.createdMs : state.updatedMs;

const isAfter = (state: OrderState, { atMs, orderId }: Position, body: OrderListBody): boolean =>
  timeOf(state, body) > atMs || (timeOf(state, body) === atMs && state.order.orderId > orderId);
