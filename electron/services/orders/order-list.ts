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
export type OrderQuestion = {
  readonly filter: OrderFilter;
  readonly search: string;
  readonly limit: number;
  readonly after: string | null;
};

/** The orders as a list: to pack (late first, without deadline last) or all (changed last first). Only reads. */
export type OrderList = { readonly page: (question: OrderQuestion) => Promise<OrderPage> };

/** Rows looked at before the event loop gets a turn, so that a search never makes a scan wait. */
const SLICE = 500;

type KeyRow = { readonly at: number; readonly order_id: string; readonly shop_id: string };
type Walk = {
  readonly start: PageKey;
  /** The key `SLICE` rows after a key. */
  readonly ahead: (from: PageKey) => KeyRow | undefined;
  readonly rows: (from: PageKey, to: PageKey, search: string, limit: number) => readonly (OrderRow & KeyRow)[];
  readonly count: () => number;
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
    page: async ({ filter, search, limit, after }) => {
      const walk = walks[filter];
      const found = await collect(walk, parsePageKey(after) ?? walk.start, search.trim().toLowerCase(), limit);
      const last = found.rows[limit - 1];
      return {
        orders: found.rows.map(fromRow),
        next: last === undefined || found.ended ? null : formatPageKey(keyOf(last)),
        total: search.trim() === '' ? walk.count() : found.rows.length,
      };
    },
  };
}

const END: PageKey = { at: Number.MAX_SAFE_INTEGER, orderId: '\uFFFF', shopId: '\uFFFF' };
const BEGIN: PageKey = { at: -1, orderId: '', shopId: '' };

const keyOf = (row: KeyRow): PageKey => ({ at: row.at, orderId: row.order_id, shopId: row.shop_id });

async function collect(walk: Walk, start: PageKey, search: string, limit: number) {
  const rows: (OrderRow & KeyRow)[] = [];
  const finish = walk.start === BEGIN ? END : BEGIN;
  for (let from = start; ; ) {
    const ahead = walk.ahead(from);
    const to = ahead === undefined ? finish : keyOf(ahead);
    rows.push(...walk.rows(from, to, search, limit - rows.length));
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
  const rows = database.prepare<[number, string, string, number, string, string, string, number], OrderRow & KeyRow>(
    `SELECT *, ${column} AS at FROM shop_order
     WHERE ${where} AND ${key} ${beyond} (?, ?, ?) AND ${key} ${until} (?, ?, ?) AND ${live} AND instr(search, ?) > 0
     ${order} LIMIT ?`,
  );
  const count = database.prepare<[], { total: number }>(
    `SELECT count(*) AS total FROM shop_order WHERE ${where} AND ${live}`,
  );
  return {
    start: direction === 'ASC' ? BEGIN : END,
    ahead: ({ at, orderId, shopId }) => ahead.get(at, orderId, shopId, SLICE - 1),
    rows: (from, to, search, limit) =>
      rows.all(from.at, from.orderId, from.shopId, to.at, to.orderId, to.shopId, search, limit),
    count: () => count.get()?.total ?? 0,
  };
}
