import type { Account, OrderSearch, OrderWindow, ReadResult } from '../platform.ts';
import { rawDigits, type WireJson } from '../wechat/json-body.ts';
import type { ReadCall } from '../wechat/read-call.ts';
import { incomplete } from '../wechat/read-failure.ts';
import { listOverSpans } from '../wechat/spans.ts';
import { DropshipListReplySchema, DropshipReplySchema, type DropshipReply, type NextPage } from './schema.ts';

const ROOT = '/channels/ec/order/dropship/supplier';
const PAGE_SIZE = 100;
/** More pages than any supplier has in a week: a server that always has another one is not followed for ever. */
const MAX_PAGES = 5_000;

/** Ids of orders changed in the window, older spans first, each id once. */
export const listOrderIds = (
  read: ReadCall,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<readonly string[]>> =>
  listOverSpans(window, ({ fromS, toS }) =>
    listPages(read, account, `${ROOT}/list`, { update_time_range: { start_time: fromS, end_time: toS } }),
  );

/** Ids of the orders whose parcel carries a waybill, or that belong to an order of the selling shop. */
export function findOrderIds(
  read: ReadCall,
  account: Account,
  search: OrderSearch,
): Promise<ReadResult<readonly string[]>> {
  const shopOrder = search.by === 'shop-order' ? rawDigits(search.orderId) : null;
  if (search.by === 'shop-order' && shopOrder === null) return Promise.resolve({ ok: true, value: [] });
  const condition: WireJson = search.by === 'waybill' ? { waybill_id: search.waybill } : { order_id: shopOrder };
  return listPages(read, account, `${ROOT}/search`, { search_condition: condition });
}

/**
 * All pages of one question. The first is asked for with an empty key and offset 0, which older and newer variants of the
 * page understand; every further one with what the answer before it gave, all else unchanged (606006).
 */
async function listPages(
  read: ReadCall,
  account: Account,
  path: string,
  filter: { readonly [key: string]: WireJson },
): Promise<ReadResult<readonly string[]>> {
  const ids: string[] = [];
  let next: NextPage = { offset: 0, next_key: '' };
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await read(account, path, { ...filter, page_info: pageInfo(next) });
    if (!answer.ok) return answer;
    const parsed = DropshipListReplySchema.safeParse(answer.value.json);
    if (!parsed.success) return incomplete('ds_order_id_list');
    const { ds_order_id_list: found, total, has_more: more, next_page: following } = parsed.data;
    ids.push(...found);
    const done = more === undefined || more === null ? found.length === 0 || ids.length >= (total ?? 0) : !more;
    if (done) return { ok: true, value: ids };
    if (following === undefined || following === null || isSame(following, next))
      return incomplete('has_more without next_page');
    next = following;
  }
  return incomplete('too many pages');
}

const pageInfo = ({ offset, next_key }: NextPage): WireJson => ({
  ...(offset === undefined || offset === null ? {} : { offset }),
  limit: PAGE_SIZE,
  next_key,
});

const isSame = (a: NextPage, b: NextPage): boolean => a.next_key === b.next_key && (a.offset ?? 0) === (b.offset ?? 0);

/** One order as the platform has it now. An answer about another order is no answer. */
export async function fetchOrder(
  read: ReadCall,
  account: Account,
  orderId: string,
): Promise<ReadResult<DropshipReply>> {
  const answer = await read(account, `${ROOT}/get`, { ds_order_id: orderId });
  if (!answer.ok) return answer;
  const parsed = DropshipReplySchema.safeParse(answer.value.json);
  if (!parsed.success) return incomplete(parsed.error.issues[0]?.path.join('.') ?? 'dropship_order');
  const order = parsed.data.dropship_order;
  return order.ds_order_id === orderId ? { ok: true, value: order } : incomplete('another order');
}
