import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Order } from '../../../shared/domain/order.ts';
import { missingOf, PackageSchema, type PackingPackage, type Session } from './session.ts';

/** The only SQL on `held_order`: orders put aside with the packages that are not saved yet. */
export type HeldStore = {
  readonly put: (session: Session, operator: string, nowMs: number) => void;
  /** The packages an order was put aside with, or null where it was not. */
  readonly packagesOf: (order: Order) => readonly PackingPackage[] | null;
  /** Since when and by whom an order is put aside; null where it is not. */
  readonly heldAs: (order: Pick<Order, 'shopId' | 'orderId'>) => { readonly atMs: number; readonly by: string } | null;
  readonly forget: (order: Order) => void;
};

const BodySchema = z.array(PackageSchema);

/** Opens the held orders over their table. */
export function createHeldStore(database: Database): HeldStore {
  const select = database.prepare<[string, string], { body: string }>(
    'SELECT body FROM held_order WHERE shop_id = ? AND order_id = ?',
  );
  const held = database.prepare<[string, string], { readonly atMs: number; readonly by: string }>(
    'SELECT held_at_ms AS atMs, held_by AS "by" FROM held_order WHERE shop_id = ? AND order_id = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO held_order (shop_id, order_id, body, held_at_ms, held_by) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, order_id) DO UPDATE SET body = excluded.body, held_at_ms = excluded.held_at_ms,
       held_by = excluded.held_by`,
  );
  const remove = database.prepare('DELETE FROM held_order WHERE shop_id = ? AND order_id = ?');
  return {
    put: ({ order, packages }, operator, nowMs) => {
      if (order === null) return;
      const unsaved = packages.filter((box) => box.state !== 'saved');
      upsert.run(order.shopId, order.orderId, JSON.stringify(unsaved), nowMs, operator);
    },
    packagesOf: ({ shopId, orderId }) => {
      const row = select.get(shopId, orderId);
      const body = row === undefined ? null : BodySchema.safeParse(JSON.parse(row.body));
      return body?.success === true ? body.data : null;
    },
    heldAs: ({ shopId, orderId }) => held.get(shopId, orderId) ?? null,
    forget: ({ shopId, orderId }) => {
      remove.run(shopId, orderId);
    },
  };
}

/** Lays held packages back on the bench, as far as their goods are still wanted: the order may have changed meanwhile. */
export function layBack(session: Session, held: readonly PackingPackage[]): Session {
  let laid = session;
  for (const box of held) {
    const items = box.items.flatMap((item) => {
      const quantity = Math.min(item.quantity, missingOf(laid, item.lineNo));
      return quantity === 0 ? [] : [{ ...item, quantity, serialNumbers: item.serialNumbers.slice(0, quantity) }];
    });
    if (items.length > 0) laid = { ...laid, packages: [...laid.packages, { ...box, items }] };
  }
  return laid;
}
