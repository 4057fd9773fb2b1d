import { chinaTime } from '../../../../shared/kernel/china-time.ts';
import { DAY_MS } from '../../../../shared/kernel/time.ts';
import type { Account, OrderWindow, ReadResult } from '../platform.ts';
import { contentWith } from './content.ts';
import type { FormFields } from './form.ts';
import { optionsOf } from './options.ts';
import { type ListItem, readItems } from '../http/list-items.ts';
import { incomplete } from '../http/read-failure.ts';
import type { ReadCall } from './read-call.ts';
import { TradePageSchema, TradeSchema, type Trade } from './schema.ts';
import { editionField } from './wire.ts';

/** What is asked of a trade. Receiver fields exist and are left out on purpose (RELIABILITY F10). */
const TRADE_FIELDS = 'tid,status,shipping_type,created,modified,buyer_message,seller_memo,orders';
/** One call of `increment` covers at most a day. */
const INCREMENT_SPAN_MS = DAY_MS;
/** Changes further back than this are not followed one day at a time: only what still waits to be shipped matters. */
const INCREMENT_REACH_MS = 7 * DAY_MS;
/** An order may be paid long after it was created; lists by creation begin this much earlier, up to their own limit. */
const CREATED_BEFORE_MS = 30 * DAY_MS;
const SOLD_REACH_MS = 89 * DAY_MS;
const OPEN_STATUSES = ['WAIT_SELLER_SEND_GOODS', 'SELLER_CONSIGNED_PART'] as const;
const PAGE_SIZE = 100;
/** More pages than any shop fills in a day: a server that never ends is not followed for ever. */
const MAX_PAGES = 500;

/** Trades changed in the window, oldest first, each once: the last days by change, what is older by what is still open. */
export async function listTrades(
  read: ReadCall,
  account: Account,
  window: OrderWindow,
): Promise<ReadResult<readonly ListItem<Trade>[]>> {
  const trades = new Map<string, ListItem<Trade>>();
  for (const query of queriesOf(window)) {
    const listed = await listPages(read, account, query);
    if (!listed.ok) return listed;
    for (const trade of listed.value) {
      trades.delete(trade.id);
      trades.set(trade.id, trade);
    }
  }
  return { ok: true, value: [...trades.values()] };
}

type Query = { readonly path: string; readonly fields: FormFields };

/** The calls that cover a window, older ones first. */
export function queriesOf({ fromMs, toMs }: OrderWindow): readonly Query[] {
  const recentMs = Math.max(fromMs, toMs - INCREMENT_REACH_MS);
  const queries: Query[] = [];
  if (fromMs < recentMs) {
    const createdMs = Math.max(fromMs - CREATED_BEFORE_MS, toMs - SOLD_REACH_MS);
    for (const status of OPEN_STATUSES)
      queries.push({
        path: '/tool/erps/sold',
        fields: [
          ['start_created', chinaTime(createdMs)],
          ['end_created', chinaTime(recentMs)],
          ['status', status],
        ],
      });
  }
  for (let startMs = recentMs; startMs < toMs; startMs += INCREMENT_SPAN_MS)
    queries.push({
      path: '/tool/erps/increment',
      fields: [
        ['start_create', chinaTime(startMs)],
        ['end_create', chinaTime(Math.min(startMs + INCREMENT_SPAN_MS, Math.ceil(toMs / 1_000) * 1_000))],
      ],
    });
  return queries;
}

/**
 * All pages of one query, oldest trade first. Lists are newest first, and a trade that changes meanwhile leaves its
 * place, so that later ones move forward: pages are read from the last to the first, and the first once more.
 */
async function listPages(
  read: ReadCall,
  account: Account,
  query: Query,
): Promise<ReadResult<readonly ListItem<Trade>[]>> {
  const first = await fetchPage(read, account, query, 1);
  if (!first.ok) return first;
  const pages = Math.ceil((first.value.total ?? 0) / PAGE_SIZE);
  if (pages > MAX_PAGES) return incomplete('an end of its pages');
  const trades: ListItem<Trade>[] = [];
  for (let no = pages; no >= 1 && pages > 1; no -= 1) {
    const page = await fetchPage(read, account, query, no);
    if (!page.ok) return page;
    trades.push(...page.value.trades.toReversed());
  }
  return pages > 1 ? { ok: true, value: trades } : followPages(read, account, query, first.value);
}

/** The same where the answer does not say how many there are: page after page while it says that more follow. */
async function followPages(
  read: ReadCall,
  account: Account,
  query: Query,
  first: TradePage,
): Promise<ReadResult<readonly ListItem<Trade>[]>> {
  const trades = [...first.trades];
  let { more } = first;
  for (let no = 2; more; no += 1) {
    if (no > MAX_PAGES) return incomplete('an end of its pages');
    const page = await fetchPage(read, account, query, no);
    if (!page.ok) return page;
    trades.push(...page.value.trades);
    more = page.value.more;
  }
  return { ok: true, value: trades.toReversed() };
}

type TradePage = {
  readonly total: number | undefined;
  readonly more: boolean;
  readonly trades: readonly ListItem<Trade>[];
};

async function fetchPage(read: ReadCall, account: Account, query: Query, no: number): Promise<ReadResult<TradePage>> {
  const answer = await read(account, query.path, [
    ...shopFields(account),
    ['fields', TRADE_FIELDS],
    ...query.fields,
    ['page_no', String(no)],
    ['page_size', String(PAGE_SIZE)],
  ]);
  if (!answer.ok) return answer;
  const content = contentWith(answer.value.json, 'trades') ?? contentWith(answer.value.json, 'total_results');
  const parsed = TradePageSchema.safeParse(content);
  if (!parsed.success) return incomplete('trades');
  const { total_results: total, has_next: more = false } = parsed.data;
  const trades = readItems(parsed.data.trades, { idField: 'tid', schema: TradeSchema });
  return trades === null ? incomplete('the number of a trade') : { ok: true, value: { total, more, trades } };
}

/** One trade as it is now. An answer about another trade is no answer. */
export async function fetchTrade(read: ReadCall, account: Account, tid: string): Promise<ReadResult<Trade>> {
  const answer = await read(account, '/tool/erps/fullinfo', [
    ...shopFields(account),
    ['tid', tid],
    ['fields', TRADE_FIELDS],
  ]);
  if (!answer.ok) return answer;
  const parsed = TradeSchema.safeParse(contentWith(answer.value.json, 'tid'));
  if (!parsed.success) return incomplete(parsed.error.issues[0]?.path.join('.') || 'trade');
  return parsed.data.tid === tid ? { ok: true, value: parsed.data } : incomplete('this trade: it is another one');
}

/** The fields of every call about a shop. */
export const shopFields = (account: Account): FormFields => {
  const options = optionsOf(account);
  return [['shop_id', options.shopId], ...editionField(options)];
};
