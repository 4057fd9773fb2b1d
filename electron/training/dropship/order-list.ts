import { DAY_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { OrderBook } from '../book/order-book.ts';
import type { OrderState } from '../book/order-state.ts';
import type { Reply } from '../core/reply.ts';
import { filterDigest, makeKey, readKey } from '../wechat/page-key.ts';
import type { ShopCall } from '../wechat/shop-endpoint.ts';
import { refuse, wechatOk, type Refusal } from '../wechat/wechat-reply.ts';
import { dropshipMessage } from './codes.ts';
import { DROPSHIP_STATUS, partnerOf } from './order-shape.ts';
import type { DropshipListBody, DropshipSearchBody, PageInfo } from './schemas.ts';

const MAX_SPAN_S = (7 * DAY_MS) / SECOND_MS;

type Range = { readonly start_time: number; readonly end_time: number };

/** `POST …/supplier/list`: ids only, oldest first, at most a hundred a page. */
export const dropshipList =
  ({ book }: { book: OrderBook }) =>
  ({ appId, body }: ShopCall<DropshipListBody>): Reply | Refusal => {
    const { page_info: page, ...filter } = body;
    const ranges = [filter.create_time_range, filter.update_time_range].filter((range) => range !== undefined);
    if (ranges.length === 0) return refuse(40097, 'invalid args, create_time_range or update_time_range is required');
    const bad = ranges.map(rangeRefusal).find((refusal) => refusal !== undefined);
    if (bad !== undefined) return bad;
    const found = ownOrders(book, appId).filter(
      (state) =>
        inside(state.order.createdMs, filter.create_time_range) &&
        inside(state.updatedMs, filter.update_time_range) &&
        (filter.status === undefined || filter.status === DROPSHIP_STATUS) &&
        (filter.shop_appid === undefined || partnerOf(state.order.orderId).appId === filter.shop_appid) &&
        (filter.order_id === undefined || partnerOf(state.order.orderId).orderId === filter.order_id),
    );
    return pageOf(found, page, [appId, 'list', filter]);
  };

/** `POST …/supplier/search`: at least one condition, a waybill alone. */
export const dropshipSearch =
  ({ book }: { book: OrderBook }) =>
  ({ appId, body }: ShopCall<DropshipSearchBody>): Reply | Refusal => {
    const { search_condition: condition, page_info: page } = body;
    const given = Object.values(condition).filter((value) => value !== undefined).length;
    if (given === 0) return refuse(40097, 'invalid args, search_condition is empty');
    if (condition.waybill_id !== undefined && given > 1)
      return refuse(40097, 'invalid args, waybill_id cannot be combined');
    const found = ownOrders(book, appId).filter((state) => fits(state, condition));
    return pageOf(found, page, [appId, 'search', condition]);
  };

function fits(state: OrderState, condition: DropshipSearchBody['search_condition']): boolean {
  const partner = partnerOf(state.order.orderId);
  const same = (wanted: string | undefined, ...values: readonly string[]): boolean =>
    wanted === undefined || values.includes(wanted);
  const holds = (wanted: string | undefined, ...values: readonly string[]): boolean =>
    wanted === undefined || values.some((value) => value.includes(wanted));
  return (
    same(condition.waybill_id, ...state.parcels.map((parcel) => parcel.waybill)) &&
    same(condition.order_id, partner.orderId) &&
    same(condition.shop_appid, partner.appId) &&
    holds(condition.shop_appname, partner.name) &&
    same(condition.product_code, ...state.order.lines.map((line) => line.skuCode)) &&
    holds(condition.spu_name, ...state.order.lines.map((line) => line.title)) &&
    holds(condition.merchant_notes, state.order.merchantNote) &&
    (condition.status === undefined || condition.status === DROPSHIP_STATUS) &&
    inside(state.order.createdMs, condition.create_time_range) &&
    inside(state.updatedMs, condition.update_time_range)
  );
}

const ownOrders = (book: OrderBook, appId: string): OrderState[] =>
  [...book.all()]
    .filter((state) => state.order.shop === appId)
    .sort((a, b) => a.updatedMs - b.updatedMs || (a.order.orderId < b.order.orderId ? -1 : 1));

function rangeRefusal({ start_time, end_time }: Range): Refusal | undefined {
  if (end_time < start_time) return refuse(40097, 'invalid args, end_time is before start_time');
  return end_time - start_time > MAX_SPAN_S
    ? refuse(40097, 'invalid args, time range is longer than 7 days')
    : undefined;
}

function inside(atMs: number, range: Range | undefined): boolean {
  const atS = Math.floor(atMs / SECOND_MS);
  return range === undefined || (atS >= range.start_time && atS <= range.end_time);
}

/** One page, by key where the caller gives one (an empty one starts), else by offset. */
function pageOf(found: readonly OrderState[], page: PageInfo, filter: unknown): Reply | Refusal {
  const { limit, next_key: key, offset = 0 } = page;
  const answer = (shown: readonly OrderState[], left: number, next: object): Reply =>
    wechatOk({
      ds_order_id_list: shown.map((state) => state.order.orderId),
      next_page: { ...next, limit },
      total: found.length,
      has_more: left > 0,
    });
  if (key === undefined) {
    const shown = found.slice(offset, offset + limit);
    return answer(shown, found.length - offset - shown.length, { offset: offset + shown.length });
  }
  const digest = filterDigest(filter);
  const after = readKey(key, digest);
  if (after === undefined) return refuse(606006, dropshipMessage(606006));
  const rest = found.filter(
    (state) => state.updatedMs > after.atMs || (state.updatedMs === after.atMs && state.order.orderId > after.orderId),
  );
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const next = last === undefined ? key : makeKey(digest, { atMs: last.updatedMs, orderId: last.order.orderId });
  return answer(shown, rest.length - shown.length, { next_key: next });
}
