import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Order } from '../../../shared/domain/order.ts';
import { formatPageKey, type PageKey, parsePageKey } from './page-key.ts';
import { fromRow, type OrderRow } from './order-row.ts';

export type OrderFilter = 'to-pack' | 'all';
export type OrderPage = {
  readonly orders: readonly Order[];
  /** Give it back as `after` for the next page; null on the last. */
  readonly next: string | null;
  /** How many there are; with a search, how many the pages so far have shown. */
  readonly total: number;
};
/** Whose deadline is over; put aside at the bench; with a message of the buyer or a note of the shop. */
export type OrderMark = 'late' | 'held' | 'noted';
export type OrderQuestion = {
  readonly filter: OrderFilter;
  /** Empty for all shops. */
  readonly shopId?: string;
  readonly only?: OrderMark | null;
  /** What is late is late against this, in epoch ms. */
  readonly nowMs?: number;
  readonly search: string;
  readonly limit: number;
  readonly after: string | null;
};

/** The orders as a list: to pack (late first, without deadline last) or all (changed last first). Only reads. */
export type OrderList = {
  readonly page: (question: OrderQuestion) => Promise<OrderPage>;
  /** How many are to pack, and of these how many are late and how many put aside. */
  readonly counts: (nowMs: number) => { readonly toPack: number; readonly late: number; readonly held: number };
};

/** Rows looked at before the event loop gets a turn, so that a search never makes a scan wait. */
const SLICE = 500;

type KeyRow = { readonly at: number; readonly order_id: string; readonly shop_id: string };
type Walk = {
  readonly start: PageKey;
  /** The key `SLICE` rows after a key. */
  readonly ahead: (from: PageKey) => KeyRow | undefined;
  readonly rows: (from: PageKey, to: PageKey, asked: Asked, limit: number) => readonly (OrderRow & KeyRow)[];
  readonly count: () => number;
};
/** What a row must be to be shown. */
type Asked = {
  readonly search: string;
  readonly shopId: string;
  readonly only: OrderMark | '';
  readonly nowMs: number;
};

/** Prepares the list over the orders' tables. */
export function createOrderList(database: Database): OrderList {
  const walks: Record<OrderFilter, Walk> = {
    'to-pack': prepareWalk(database, {
      column: 'due_ms',
      direction: 'ASC',
      where: "status IN ('to-ship', 'part-shipped') AND left_pieces > 0",
    }),
    all: prepareWalk(database, { column: 'updated_at_ms', direction: 'DESC', where: 'true' }),
  };
  return {
    counts: prepareCounts(database),
    page: async ({ filter, search, shopId = '', only = null, nowMs = 0, limit, after }) => {
      const walk = walks[filter];
      const asked: Asked = { search: search.trim().toLowerCase(), shopId, only: only ?? '', nowMs };
      const found = await collect(walk, parsePageKey(after) ?? walk.start, asked, limit);
      const last = found.rows[limit - 1];
      return {
        orders: found.rows.map(fromRow),
        next: last === undefined || found.ended ? null : formatPageKey(keyOf(last)),
        total: asked.search === '' && shopId === '' && only === null ? walk.count() : found.rows.length,
      };
    },
  };
}

const END: PageKey = { at: Number.MAX_SAFE_INTEGER, orderId: '\uFFFF', shopId: '\uFFFF' };
const BEGIN: PageKey = { at: -1, orderId: '', shopId: '' };

const keyOf = (row: KeyRow): PageKey => ({ at: row.at, orderId: row.order_id, shopId: row.shop_id });

async function collect(walk: Walk, start: PageKey, asked: Asked, limit: number) {
  const rows: (OrderRow & KeyRow)[] = [];
  const finish = walk.start === BEGIN ? END : BEGIN;
  for (let from = start; ; ) {
    const ahead = walk.ahead(from);
    const to = ahead === undefined ? finish : keyOf(ahead);
    rows.push(...walk.rows(from, to, asked, limit - rows.length));
    if (ahead === undefined || rows.length >= limit) return { rows, ended: ahead === undefined && rows.length < limit };
    from = to;
    await nextTurn();
  }
}

type WalkPlan = {
  readonly column: 'due_ms' | 'updated_at_ms';
  readonly direction: 'ASC' | 'DESC';
  readonly where: string;
};

function prepareWalk(database: Database, { column, direction, where }: WalkPlan): Walk {
  const [beyond, until] = direction === 'ASC' ? ['>', '<='] : ['<', '>='];
  const key = `(${column}, order_id, shop_id)`;
  const order = `ORDER BY ${column} ${direction}, order_id ${direction}, shop_id ${direction}`;
  const live = 'shop_id IN (SELECT id FROM shop WHERE removed_at_ms IS NULL)';
  const ahead = database.prepare<[number, string, string, number], KeyRow>(
    `SELECT ${column} AS at, order_id, shop_id FROM shop_order
     WHERE ${where} AND ${key} ${beyond} (?, ?, ?) ${order} LIMIT 1 OFFSET ?`,
  );
  const rows = database.prepare<[Asked & Record<string, string | number>], OrderRow & KeyRow>(
    `SELECT *, ${column} AS at FROM shop_order
     WHERE ${where} AND ${key} ${beyond} (@fromAt, @fromOrder, @fromShop) AND ${key} ${until} (@toAt, @toOrder, @toShop)
       AND ${live} AND instr(search, @search) > 0 AND (@shopId = '' OR shop_id = @shopId) AND ${MARKED}
     ${order} LIMIT @limit`,
  );
  const count = database.prepare<[], { total: number }>(
    `SELECT count(*) AS total FROM shop_order WHERE ${where} AND ${live}`,
  );
  return {
    start: direction === 'ASC' ? BEGIN : END,
    ahead: ({ at, orderId, shopId }) => ahead.get(at, orderId, shopId, SLICE - 1),
    rows: (from, to, asked, limit) =>
      rows.all({
        ...{ ...asked, limit },
        ...{ fromAt: from.at, fromOrder: from.orderId, fromShop: from.shopId },
        ...{ toAt: to.at, toOrder: to.orderId, toShop: to.shopId },
      }),
    count: () => count.get()?.total ?? 0,
  };
}

const MARKED = `CASE @only WHEN 'late' THEN due_ms < @nowMs
  WHEN 'held' THEN EXISTS (SELECT 1 FROM held_order AS held WHERE held.shop_id = shop_order.shop_id AND held.order_id = shop_order.order_id)
  WHEN 'noted' THEN coalesce(body ->> 'note', '') <> '' OR coalesce(body ->> 'sellerNote', '') <> ''
  ELSE true END`;

const TO_PACK = `status IN ('to-ship', 'part-shipped') AND left_pieces > 0
  AND shop_order.shop_id IN (SELECT id FROM shop WHERE removed_at_ms IS NULL)`;

function prepareCounts(database: Database): OrderList['counts'] {
  const count = database.prepare<[number], { toPack: number; late: number; held: number }>(
    `SELECT count(*) AS toPack, coalesce(sum(due_ms < ?), 0) AS late,
       (SELECT count(*) FROM held_order AS held JOIN shop_order USING (shop_id, order_id) WHERE ${TO_PACK}) AS held
     FROM shop_order WHERE ${TO_PACK}`,
  );
  return (nowMs) => count.get(nowMs) ?? { toPack: 0, late: 0, held: 0 };
}
