import type { OpState } from '../../../shared/domain/op.ts';
import { type Order, type OrderLine, shippableQuantity } from '../../../shared/domain/order.ts';
import { type OpPayload, type PackageItem, payloadWaybill } from '../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';

/** What the outbox knows about an order: one shipment or correction, and where it stands. */
export type KnownOp = {
  readonly id: string;
  readonly state: OpState;
  readonly payload: OpPayload;
  /** Waybills of the parcels a person took this shipment for (以平台为准); absent where it was sent as it is. */
  readonly acceptedAs?: readonly string[];
};

/** Pieces that may still be packed, by line number; lines with nothing left stand at 0. */
export type Remaining = ReadonlyMap<number, number>;

/**
 * Who may pack this order. One small interface, so that several benches can one day ask a shared place instead of this
 * process's own outbox.
 */
export type Shippable = {
  /** What may still be packed: wanted, less refunded, less what the platform has, less what we have saved ourselves. */
  readonly remaining: (order: Order) => Remaining;
  /** True where all of these goods may still be packed. */
  readonly isLeft: (order: Order, items: readonly PackageItem[]) => boolean;
};

/** Answers from this desk's own outbox. */
export const createShippable = (deps: {
  readonly opsOfOrder: (shopId: string, orderId: string) => readonly KnownOp[];
}): Shippable => {
  const left = (order: Order): Remaining => remaining(order, deps.opsOfOrder(order.shopId, order.orderId));
  return { remaining: left, isLeft: (order, items) => isLeft(order, left(order), items) };
};

/** True while the platform wants (more of) the order shipped. */
export const isToPack = (order: Pick<Order, 'status'>): boolean =>
  order.status === 'to-ship' || order.status === 'part-shipped';

/**
 * Quantity − refunded − what the platform counts as shipped − our own ops that are neither cancelled nor rejected, but for
 * the pieces the platform's parcel for them names: those it counts itself. A piece it names is taken for one op only, and
 * what a parcel does not name stays ours, so that nothing is packed a second time.
 */
export function remaining(order: Order, ops: readonly KnownOp[]): Remaining {
  const left = new Map(order.lines.map((line) => [line.lineNo, shippableQuantity(line)]));
  const claims = ops.filter(({ state }) => state !== 'cancelled' && state !== 'rejected');
  const named = namedPieces(order);
  const sent = claims.filter(({ payload }) => payload.kind === 'send').map((op) => ({ op, ...waybillsOf(op, claims) }));
  const ours = new Set(sent.flatMap(({ own }) => own));
  for (const { op, own, accepted } of sent) {
    const waybills = [...own, ...accepted.filter((waybill) => !ours.has(waybill))];
    for (const item of op.payload.items)
      take(left, order.lines, { ...item, quantity: item.quantity - counted(named, waybills, item) });
  }
  return left;
}

type NamedPieces = { readonly waybill: string; readonly productId: string; readonly skuId: string; quantity: number };

/** The goods in the platform's parcels, by waybill. */
const namedPieces = (order: Order): readonly NamedPieces[] =>
  order.parcels.flatMap(({ waybill, items }) => items.map((item) => ({ ...item, waybill: normaliseWaybill(waybill) })));

/** How many pieces of an item parcels with these waybills name; they are used up by it. */
function counted(named: readonly NamedPieces[], waybills: readonly string[], item: PackageItem): number {
  let pieces = 0;
  for (const each of named) {
    if (!waybills.includes(each.waybill) || each.productId !== item.productId || each.skuId !== item.skuId) continue;
    const here = Math.min(item.quantity - pieces, each.quantity);
    each.quantity -= here;
    pieces += here;
  }
  return pieces;
}

/** All pieces that may still be packed. */
export const remainingPieces = (left: Remaining): number => [...left.values()].reduce((sum, count) => sum + count, 0);

type Waybills = { readonly own: readonly string[]; readonly accepted: readonly string[] };

/** The waybill a shipment was saved with and those it was corrected to, in any order; and those it was taken for. */
function waybillsOf(op: KnownOp, claims: readonly KnownOp[]): Waybills {
  const own = [payloadWaybill(op.payload)];
  const accepted = [...(op.acceptedAs ?? [])];
  for (const waybill of own) {
    for (const { payload, acceptedAs = [] } of claims) {
      if (payload.kind !== 'correct' || payload.from.waybill !== waybill || own.includes(payload.to.waybill)) continue;
      own.push(payload.to.waybill);
      accepted.push(...acceptedAs);
    }
  }
  return { own, accepted };
}

/** True where all of these goods may still be packed. */
export function isLeft(order: Pick<Order, 'lines'>, left: Remaining, items: readonly PackageItem[]): boolean {
  const after = new Map(left);
  return items.every((item) => take(after, order.lines, item) === 0);
}

/** Takes an item's pieces off the lines that hold its goods, first line first; how many pieces no line had left. */
function take(left: Map<number, number>, lines: readonly OrderLine[], item: PackageItem): number {
  let pieces = item.quantity;
  for (const line of lines) {
    if (!holds(line, item)) continue;
    const here = Math.min(pieces, left.get(line.lineNo) ?? 0);
    left.set(line.lineNo, (left.get(line.lineNo) ?? 0) - here);
    pieces -= here;
  }
  return pieces;
}

/** True when a line is about the goods of an item. An item without a child order fits any of its lines. */
const holds = (line: OrderLine, item: Pick<PackageItem, 'productId' | 'skuId' | 'childOrderId'>): boolean =>
  line.productId === item.productId &&
  line.skuId === item.skuId &&
  (item.childOrderId === undefined || item.childOrderId === '' || item.childOrderId === line.childOrderId);
