import { DAY_MS } from '../../../../shared/kernel/time.ts';
import type { Account, OrderWindow, ReadResult } from '../platform.ts';
import { type ListItem, readItems } from '../http/list-items.ts';
import { incomplete } from '../http/read-failure.ts';
import type { ReadCall } from './read-call.ts';
import { contentWith } from './reply.ts';
import { OrderPageSchema, OrderReplySchema, type OrderReply } from './schema.ts';
import type { FormFields } from './sign.ts';

const PAGE_SIZE = 100;
/** Douyin's search gives at most this many orders of one question, and looks back this far. */
const MOST_ORDERS = 10_000;
const REACH_MS = 90 * DAY_MS;
/** Changes further back than this matter only where the order still waits to be shipped. */
const RECENT_MS = 7 * DAY_MS;
/** One element, as the interface demands: to ship, and partly shipped. */
const OPEN_STATUSES = '[{"order_status":"2,101"}]';

/** Orders changed in the window, oldest change first, each once as it was read last. */
export async function listOrders(
  read: ReadCall,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<readonly ListItem<OrderReply>[]>> {
  const orders = new Map<string, ListItem<OrderReply>>();
  for (const span of spansOf(window)) {
    const listed = await listSpan(read, account, span);
    if (!listed.ok) return listed;
    for (const order of listed.value) {
      orders.delete(order.id);
      orders.set(order.id, order);
    }
  }
  return { ok: true, value: [...orders.values()] };
}

/** A stretch of changes in whole seconds, both ends included; `createdFromS` is how far back the search reaches. */
type Span = {
  readonly fromS: number;
  readonly toS: number;
  readonly createdFromS: number;
  readonly openOnly: boolean;
};

/** The questions that cover a window, older ones first. */
export function spansOf({ fromMs, toMs }: OrderWindow): readonly Span[] {
  const createdFromS = Math.ceil((toMs - REACH_MS) / 1_000);
  const startMs = Math.max(fromMs, createdFromS * 1_000);
  const recentMs = Math.max(startMs, toMs - RECENT_MS);
  const span = (from: number, to: number, openOnly: boolean): Span => ({
    fromS: Math.floor(from / 1_000),
    toS: Math.ceil(to / 1_000),
    createdFromS,
    openOnly,
  });
  return [...(startMs < recentMs ? [span(startMs, recentMs, true)] : []), span(recentMs, toMs, false)];
}

/**
 * All pages of one span, oldest change first. An order that changes meanwhile leaves its place and later ones move
 * forward, so pages are read from the last to the first, the first a second time: nothing is passed over. A span with
 * more orders than the search gives is cut in two.
 */
async function listSpan(
  read: ReadCall,
  account: Account,
  span: Span,
): Promise<ReadResult<readonly ListItem<OrderReply>[]>> {
  const first = await fetchPage(read, account, span, 0);
  if (!first.ok) return first;
  const { total } = first.value;
  if (total > MOST_ORDERS) return listHalves(read, account, span);
  const pages = Math.ceil(total / PAGE_SIZE);
  if (pages <= 1) return { ok: true, value: first.value.orders };
  const orders: ListItem<OrderReply>[] = [];
  for (let page = pages - 1; page >= 0; page -= 1) {
    const reply = await fetchPage(read, account, span, page);
    if (!reply.ok) return reply;
    orders.unshift(...reply.value.orders);
  }
  return { ok: true, value: orders };
}

async function listHalves(
  read: ReadCall,
  account: Account,
  span: Span,
): Promise<ReadResult<readonly ListItem<OrderReply>[]>> {
  const middleS = Math.floor((span.fromS + span.toS) / 2);
  if (middleS <= span.fromS) return incomplete('an end of its pages');
  const older = await listSpan(read, account, { ...span, toS: middleS });
  if (!older.ok) return older;
  const newer = await listSpan(read, account, { ...span, fromS: middleS });
  return newer.ok ? { ok: true, value: [...older.value, ...newer.value] } : newer;
}

type OrderPage = { readonly total: number; readonly orders: readonly ListItem<OrderReply>[] };

async function fetchPage(read: ReadCall, account: Account, span: Span, page: number): Promise<ReadResult<OrderPage>> {
  const answer = await read(account, '/gateway/dd/trade/list', pageFields(span, page));
  if (!answer.ok) return answer;
  const parsed = OrderPageSchema.safeParse(contentWith(answer.value.json, 'shop_order_list'));
  if (!parsed.success) return incomplete(parsed.error.issues[0]?.path.join('.') || 'shop_order_list');
  const { total } = parsed.data;
  const orders = readItems(parsed.data.shop_order_list, { idField: 'order_id', schema: OrderReplySchema });
  if (orders === null) return incomplete('the number of an order');
  return orders.length === 0 && page === 0 && total > 0
    ? incomplete('its orders')
    : { ok: true, value: { total, orders } };
}

const pageFields = ({ fromS, toS, createdFromS, openOnly }: Span, page: number): FormFields => [
  ['create_time_start', String(createdFromS)],
  ['create_time_end', String(toS)],
  ['update_time_start', String(fromS)],
  ['update_time_end', String(toS)],
  ...(openOnly ? [['combine_status', OPEN_STATUSES] as const] : []),
  ['order_by', 'update_time'],
  ['order_asc', 'true'],
  ['is_searchable', 'true'],
  ['page', String(page)],
  ['size', String(PAGE_SIZE)],
];

/** One order as it is now. An answer about another order is no answer. */
export async function fetchOrder(read: ReadCall, account: Account, orderId: string): Promise<ReadResult<OrderReply>> {
  const answer = await read(account, '/gateway/dd/trade/detail', [['shop_order_id', orderId]]);
  if (!answer.ok) return answer;
  const content = contentWith(answer.value.json, 'shop_order_detail')?.['shop_order_detail'];
  const parsed = OrderReplySchema.safeParse(content);
  if (!parsed.success) return incomplete(parsed.error.issues[0]?.path.join('.') || 'shop_order_detail');
  return parsed.data.order_id === orderId
    ? { ok: true, value: parsed.data }
    : incomplete('this order: it is another one');
}
