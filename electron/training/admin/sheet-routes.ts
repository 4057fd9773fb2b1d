import { htmlReply, jsonReply } from '../core/reply.ts';
import type { Call } from '../core/call.ts';
import type { OrderBook } from '../book/order-book.ts';
import { SHOP_KEYS, type ShopKey } from '../practice/practice-shops.ts';
import { practiceSheet, type SheetOrder } from '../sheet/practice-sheet.ts';
import { sheetHtml } from '../sheet/sheet-html.ts';
import type { AdminRoutes } from './admin-route.ts';

export const SHEET_PATH = '/__training/sheet';
const DEFAULT_ORDERS = 10;
const MAX_ORDERS = 60;

/** The practice sheet on paper and as data. */
export const sheetRoutes = ({ book, baseUrl }: { book: OrderBook; baseUrl: () => string }): AdminRoutes => ({
  [`GET ${SHEET_PATH}`]: (call) => htmlReply(sheetHtml(ordersFor(call, book, baseUrl()), wantedLanguage(call))),
  [`GET ${SHEET_PATH}.json`]: (call) => jsonReply({ orders: ordersFor(call, book, baseUrl()) }),
});

const ordersFor = (call: Call, book: OrderBook, baseUrl: string): SheetOrder[] =>
  practiceSheet(book, {
    count: wantedCount(call),
    pictures: `${baseUrl}/pictures`,
    shop: wantedShop(call),
    lessons: call.query.get('lessons') === '1',
  });

/** `shop=mini` prints the orders of one shop alone, `lessons=1` also the special ones it has. */
const wantedShop = ({ query }: Call): ShopKey | undefined => SHOP_KEYS.find((key) => key === query.get('shop'));

const wantedLanguage = ({ query }: Call): 'zh' | 'en' => (query.get('lang')?.startsWith('en') ? 'en' : 'zh');

function wantedCount({ query }: Call): number {
  const wanted = Number(query.get('n') ?? DEFAULT_ORDERS);
  return Number.isInteger(wanted) ? Math.min(MAX_ORDERS, Math.max(1, wanted)) : DEFAULT_ORDERS;
}
