import type { Account, OrderWindow, ReadResult } from '../platform.ts';
import type { ReadCall } from '../wechat/read-call.ts';
import { incomplete } from '../wechat/read-failure.ts';
import { listOverSpans, type Span } from '../wechat/spans.ts';
import { OrderListReplySchema, OrderReplySchema, type OrderReply } from './schema.ts';

const PAGE_SIZE = 100;
/** More pages than any shop has in a week: a server that never says "no more" is not followed for ever. */
const MAX_PAGES = 5_000;

/** Ids of orders changed in the window, older spans first, each id once. */
export const listOrderIds = (
  read: ReadCall,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<readonly string[]>> => listOverSpans(window, (span) => listSpan(read, account, span));

/** All pages of one span; every page repeats the same parameters (606006). */
async function listSpan(read: ReadCall, account: Account, span: Span): Promise<ReadResult<readonly string[]>> {
  const ids: string[] = [];
  const range = { start_time: span.fromS, end_time: span.toS };
  let nextKey = '';
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const body = { update_time_range: range, page_size: PAGE_SIZE, next_key: nextKey };
    const answer = await read(account, '/channels/ec/order/list/get', body);
    if (!answer.ok) return answer;
    const parsed = OrderListReplySchema.safeParse(answer.value.json);
    if (!parsed.success) return incomplete('order_id_list');
    ids.push(...parsed.data.order_id_list);
    if (parsed.data.has_more !== true) return { ok: true, value: ids };
    if (parsed.data.next_key === '' || parsed.data.next_key === nextKey) return incomplete('has_more without next_key');
    nextKey = parsed.data.next_key;
  }
  return incomplete('too many pages');
}

/** One order as the platform has it now. An answer about another order is no answer. */
export async function fetchOrder(read: ReadCall, account: Account, orderId: string): Promise<ReadResult<OrderReply>> {
  const answer = await read(account, '/channels/ec/order/get', { order_id: orderId });
  if (!answer.ok) return answer;
  const parsed = OrderReplySchema.safeParse(answer.value.json);
  if (!parsed.success) return incomplete(parsed.error.issues[0]?.path.join('.') ?? 'order');
  return parsed.data.order.order_id === orderId ? { ok: true, value: parsed.data.order } : incomplete('another order');
}
