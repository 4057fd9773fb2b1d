import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Order } from '../../../shared/domain/order.ts';
import { type HoldReason, HoldReasonSchema } from '../../../shared/domain/problem-shelf.ts';
import { freePlace } from './free-place.ts';
import { missingOf, PackageSchema, type PackingPackage, type Session } from './session.ts';

/** An order on the problem shelf. */
export type HeldOrder = {
  readonly shopId: string;
  readonly orderId: string;
  readonly packages: readonly PackingPackage[];
  readonly reason: HoldReason;
  readonly note: string;
  /** Its numbered place on the shelf. */
  readonly shelf: number;
  readonly heldAtMs: number;
  readonly heldBy: string;
  /** The supervisor who let it go on; empty while it waits. */
  readonly liftedBy: string;
};

type OrderKey = Pick<Order, 'shopId' | 'orderId'>;

/** The only SQL on `held_order`: orders put aside with the packages that are not saved yet. */
export type HeldStore = {
  /** Puts the open order aside at the lowest free place; one that is held already keeps its place. */
  readonly put: (session: Session, why: Pick<HeldOrder, 'reason' | 'note' | 'heldBy' | 'heldAtMs'>) => number;
  readonly of: (order: OrderKey) => HeldOrder | null;
  /** Since when and by whom an order is put aside; null where it is not. */
  readonly heldAs: (order: OrderKey) => { readonly atMs: number; readonly by: string } | null;
  /** Oldest first. */
  readonly list: () => readonly HeldOrder[];
  readonly lift: (order: OrderKey, liftedBy: string) => void;
  readonly forget: (order: OrderKey) => void;
};

type Row = {
  shop_id: string;
  order_id: string;
  body: string;
  held_at_ms: number;
  held_by: string;
  reason: string;
  note: string;
  shelf: number;
  lifted_by: string;
};

const BodySchema = z.array(PackageSchema);

/** Opens the held orders over their table. */
export function createHeldStore(database: Database): HeldStore {
  const select = database.prepare<[string, string], Row>('SELECT * FROM held_order WHERE shop_id = ? AND order_id = ?');
  const all = database.prepare<[], Row>('SELECT * FROM held_order ORDER BY held_at_ms, order_id');
  const upsert = database.prepare(
    `INSERT INTO held_order (shop_id, order_id, body, held_at_ms, held_by, reason, note, shelf)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (shop_id, order_id) DO UPDATE SET body = excluded.body, held_at_ms = excluded.held_at_ms,
       held_by = excluded.held_by, reason = excluded.reason, note = excluded.note, lifted_by = ''`,
  );
  const lift = database.prepare('UPDATE held_order SET lifted_by = ? WHERE shop_id = ? AND order_id = ?');
  const remove = database.prepare('DELETE FROM held_order WHERE shop_id = ? AND order_id = ?');
  return {
    put: ({ order, packages }, { reason, note, heldBy, heldAtMs }) => {
      if (order === null) return 0;
      const shelf = select.get(order.shopId, order.orderId)?.shelf ?? freePlace(database);
      const unsaved = JSON.stringify(packages.filter((box) => box.state !== 'saved'));
      upsert.run(order.shopId, order.orderId, unsaved, heldAtMs, heldBy, reason, note, shelf);
      return shelf;
    },
    of: ({ shopId, orderId }) => {
      const row = select.get(shopId, orderId);
      return row === undefined ? null : heldOrder(row);
    },
    heldAs: ({ shopId, orderId }) => {
      const row = select.get(shopId, orderId);
      return row === undefined ? null : { atMs: row.held_at_ms, by: row.held_by };
    },
    list: () => all.all().map(heldOrder),
    lift: ({ shopId, orderId }, liftedBy) => {
      lift.run(liftedBy, shopId, orderId);
    },
    forget: ({ shopId, orderId }) => {
      remove.run(shopId, orderId);
    },
  };
}

function heldOrder(row: Row): HeldOrder {
  const body = BodySchema.safeParse(JSON.parse(row.body));
  return {
    shopId: row.shop_id,
    orderId: row.order_id,
    packages: body.success ? body.data : [],
    reason: HoldReasonSchema.catch('other').parse(row.reason),
    note: row.note,
    shelf: row.shelf,
    heldAtMs: row.held_at_ms,
    heldBy: row.held_by,
    liftedBy: row.lifted_by,
  };
}

/**
 * Lays held packages back on the bench, as far as their goods are still wanted: the order may have changed meanwhile. A
 * piece that was put aside before its serial number was scanned is scanned anew.
 */
export function layBack(session: Session, held: readonly PackingPackage[]): Session {
  const numbered = new Set(session.order?.lines.flatMap((line) => (line.needsSerialNumber ? line.lineNo : [])));
  let laid = session;
  for (const box of held) {
    const items = box.items.flatMap((item) => {
      const packed = numbered.has(item.lineNo) ? item.serialNumbers.length : item.quantity;
      const quantity = Math.min(packed, missingOf(laid, item.lineNo));
      return quantity === 0 ? [] : [{ ...item, quantity, serialNumbers: item.serialNumbers.slice(0, quantity) }];
    });
    if (items.length > 0) laid = { ...laid, packages: [...laid.packages, { ...box, items }] };
  }
  return laid;
}
