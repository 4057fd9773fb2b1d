import { chinaTime } from '../../../../shared/kernel/china-time.ts';
import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Account, OrderWindow, ReadResult } from '../platform.ts';
import { rawDigits } from '../wechat/json-body.ts';
import type { ReadCall } from '../wechat/read-call.ts';
import { incomplete } from '../wechat/read-failure.ts';
import { listOverSpans, type Span } from '../wechat/spans.ts';
import { OrderListReplySchema, OrderReplySchema, type OrderReply } from './schema.ts';
import { tidyKeys } from './tidy-keys.ts';

/** No page says how many orders a page may hold; public clients use a hundred. */
const PAGE_SIZE = 50;
/** More pages than any shop has in a week: a server that always has another one is not followed for ever. */
const MAX_PAGES = 5_000;
/** How often a span is read again when its number of orders changed meanwhile. */
const MAX_PASSES = 3;

/** Ids of orders changed in the window, older spans first, each id once. */
export const listOrderIds = (
  read: ReadCall,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<readonly string[]>> => listOverSpans(window, (span) => listSpan(read, account, span));

type Pass = { readonly settled: boolean };

/**
 * All orders of one span. Pages go by number, so an order that changes in between moves the ones behind it to an earlier
 * page: when the total is another at the end than at the start, the span is read again and the ids are put together.
 */
async function listSpan(read: ReadCall, account: Account, span: Span): Promise<ReadResult<readonly string[]>> {
  const ids = new Set<string>();
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const outcome = await readPages(read, account, span, ids);
    if (!outcome.ok) return outcome;
    if (outcome.value.settled) break;
  }
  return { ok: true, value: [...ids] };
}

/** One pass over the pages, from 1 until an empty one, one without anything new, or the total is reached. */
async function readPages(read: ReadCall, account: Account, span: Span, ids: Set<string>): Promise<ReadResult<Pass>> {
  const seen = new Set<string>();
  let firstTotal: number | null = null;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await read(account, '/product/order/get_list', {
      start_update_time: chinaTime(span.fromS * SECOND_MS),
      end_update_time: chinaTime(span.toS * SECOND_MS),
      page,
      page_size: PAGE_SIZE,
    });
    if (!answer.ok) return answer;
    const parsed = OrderListReplySchema.safeParse(tidyKeys(answer.value.json));
    if (!parsed.success) return incomplete('orders');
    const total = parsed.data.total_num ?? null;
    firstTotal ??= total;
    const before = seen.size;
    for (const { order_id: id } of parsed.data.orders) seen.add(id);
    for (const id of seen) ids.add(id);
    if (seen.size === before || (total !== null && seen.size >= total))
      return { ok: true, value: { settled: total === firstTotal } };
  }
  return incomplete('too many pages');
}

/** One order as the platform has it now. An answer about another order is no answer. `timeoutMs` shortens the usual limit. */
export async function fetchOrder(
  read: ReadCall,
  account: Account,
  orderId: string,
  timeoutMs?: number,
): Promise<ReadResult<OrderReply>> {
  const number = rawDigits(orderId);
  if (number === null)
    return {
      ok: false,
      error: { kind: 'not-found', httpStatus: null, code: null, message: 'not an order number', requestId: '' },
    };
  const answer = await read(account, '/product/order/get', { order_id: number }, timeoutMs);
  if (!answer.ok) return answer;
  const parsed = OrderReplySchema.safeParse(tidyKeys(answer.value.json));
  if (!parsed.success) return incomplete(parsed.error.issues[0]?.path.join('.') ?? 'order');
  return parsed.data.order.order_id === orderId ? { ok: true, value: parsed.data.order } : incomplete('another order');
}
