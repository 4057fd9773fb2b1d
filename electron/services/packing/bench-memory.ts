import type { Database } from 'better-sqlite3';
import type { UnknownCode } from '../../../shared/contract/packing.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';

/** The saved package something was used for: its order, when and by whom. */
export type EarlierUse = { readonly orderId: string; readonly atMs: number; readonly operator: string };

/** A year of codes nobody knew is enough to find out why. */
const KEPT_MS = 366 * 24 * 3_600_000;

/** Goods of a shop, and how many of them one scan of a code counts: more than one for a case. */
export type TaughtGoods = Pick<OrderLine, 'productId' | 'skuId'> & { readonly pieces: number };

/** The only SQL on `goods_alias`, `unknown_code` and `op_serial` outside the migration: what the bench has learnt. */
export type BenchMemory = {
  /** The goods a taught code stands for in a shop, or null. */
  readonly goodsOf: (shopId: string, code: string) => TaughtGoods | null;
  readonly teach: (order: Order, line: OrderLine, taught: Taught, nowMs: number) => void;
  readonly noteUnknown: (entry: Omit<UnknownCode, 'at'>, nowMs: number) => void;
  /** Newest first. */
  readonly unknown: (limit: number) => { readonly total: number; readonly codes: readonly UnknownCode[] };
  /** The order a serial number left with, at any time; packages that were withdrawn or refused do not count. */
  readonly serialUse: (serialNumber: string) => (EarlierUse & { readonly opId: string }) | null;
};

type Taught = { readonly code: string; readonly pieces: number; readonly operator: string };
type UnknownRow = { at_ms: number; text: string; order_id: string; operator: string; outcome: UnknownCode['outcome'] };

/** Opens the memory over its tables. */
export function createBenchMemory(database: Database): BenchMemory {
  const alias = database.prepare<[string, string], TaughtGoods>(
    'SELECT product_id AS productId, sku_id AS skuId, pieces FROM goods_alias WHERE shop_id = ? AND code = ?',
  );
  const teach = database.prepare(
    `INSERT INTO goods_alias (shop_id, code, product_id, sku_id, pieces, taught_at_ms, taught_by) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, code) DO UPDATE SET product_id = excluded.product_id, sku_id = excluded.sku_id,
       pieces = excluded.pieces, taught_at_ms = excluded.taught_at_ms, taught_by = excluded.taught_by`,
  );
  const note = database.prepare(
    'INSERT INTO unknown_code (at_ms, text, order_id, operator, outcome) VALUES (?, ?, ?, ?, ?)',
  );
  const forget = database.prepare(
    'DELETE FROM unknown_code WHERE seq IN (SELECT seq FROM unknown_code WHERE at_ms < ? ORDER BY seq LIMIT 100)',
  );
  const count = database.prepare<[], { total: number }>('SELECT count(*) AS total FROM unknown_code');
  const newest = database.prepare<[number], UnknownRow>('SELECT * FROM unknown_code ORDER BY seq DESC LIMIT ?');
  const serial = database.prepare<[string], EarlierUse & { readonly opId: string }>(
    `SELECT op.order_id AS orderId, op.created_at_ms AS atMs, op.created_by AS operator, op.id AS opId FROM op_serial JOIN op ON op.seq = op_serial.op_seq
     JOIN op_state ON op_state.op_seq = op.seq
     WHERE serial_number = ? AND op_state.state NOT IN ('cancelled', 'rejected') ORDER BY op.seq LIMIT 1`,
  );
  return {
    goodsOf: (shopId, code) => alias.get(shopId, code.toUpperCase()) ?? null,
    teach: (order, line, { code, pieces, operator }, nowMs) => {
      teach.run(order.shopId, code.toUpperCase(), line.productId, line.skuId, pieces, nowMs, operator);
    },
    noteUnknown: ({ text, orderId, operator, outcome }, nowMs) => {
      forget.run(nowMs - KEPT_MS);
      note.run(nowMs, text, orderId, operator, outcome);
    },
    unknown: (limit) => ({
      total: count.get()?.total ?? 0,
      codes: newest.all(limit).map(({ at_ms, text, order_id, operator, outcome }) => ({
        at: isoFromMs(at_ms),
        text,
        orderId: order_id,
        operator,
        outcome,
      })),
    }),
    serialUse: (serialNumber) => serial.get(serialNumber.toUpperCase()) ?? null,
  };
}
