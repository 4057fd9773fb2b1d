import type { Account, OrderWindow, ReadResult } from '../platform.ts';
import { incomplete, type ReadCall } from './read-call.ts';
import { OrderListReplySchema, OrderReplySchema, type OrderReply } from './schema.ts';

/** The longest time range one call may name, in seconds. */
const MAX_SPAN_S = 7 * 86_400;
const PAGE_SIZE = 100;
/** More pages than any shop has in a week: a server that never says "no more" is not followed for ever. */
const MAX_PAGES = 5_000;
/** "Too many orders in this range": the range is halved. */
const TOO_MANY = '31042';

type Span = { readonly fromS: number; readonly toS: number };

/** Ids of orders changed in the window, older spans first, each id once. */
export async function listOrderIds(
  read: ReadCall,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<readonly string[]>> {
  const ids = new Set<string>();
  const open: Span[] = [...spansOf(window)];
  for (let span = open.shift(); span !== undefined; span = open.shift()) {
    const listed = await listSpan(read, account, span);
    if (listed.ok) {
      for (const id of listed.value) ids.add(id);
      continue;
    }
    const half = Math.floor((span.fromS + span.toS) / 2);
    if (listed.error.code !== TOO_MANY || half <= span.fromS) return listed;
    open.unshift({ fromS: span.fromS, toS: half }, { fromS: half, toS: span.toS });
  }
  return { ok: true, value: [...ids] };
}

/** Spans touch at their ends: an order on the border is met twice rather than never. */
export function spansOf({ fromMs, toMs }: OrderWindow): readonly Span[] {
  const endS = Math.ceil(toMs / 1_000);
  const spans: Span[] = [];
  for (let fromS = Math.max(0, Math.floor(fromMs / 1_000)); fromS < endS; fromS += MAX_SPAN_S)
    spans.push({ fromS, toS: Math.min(fromS + MAX_SPAN_S, endS) });
  return spans;
}

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
