import type { OpState } from '../../../shared/domain/op.ts';
import { type Order, type OrderLine, shippableQuantity } from '../../../shared/domain/order.ts';
import { type OpPayload, type PackageItem, payloadWaybill } from '../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';

/** What the outbox knows about an order: one shipment or correction, and where it stands. */
export type KnownOp = { readonly id: string; readonly state: OpState; readonly payload: OpPayload };

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
 * Quantity − refunded − what the platform counts as shipped − our own ops that are neither cancelled nor rejected and
 * whose parcel the platform does not show yet. A parcel it shows is counted once, by the platform.
 */
export function remaining(order: Order, ops: readonly KnownOp[]): Remaining {
  const left = new Map(order.lines.map((line) => [line.lineNo, shippableQuantity(line)]));
  const claims = ops.filter(({ state }) => state !== 'cancelled' && state !== 'rejected');
  const shown = new Set(order.parcels.map((parcel) => normaliseWaybill(parcel.waybill)));
  for (const { payload } of claims) {
    if (payload.kind !== 'send') continue;
    if (waybillsOf(payload, claims).some((waybill) => shown.has(waybill))) continue;
    for (const item of payload.items) take(left, order.lines, item);
  }
  return left;
}

/** All pieces that may still be packed. */
export const remainingPieces = (left: Remaining): number => [...left.values()].reduce((sum, count) => sum + count, 0);

/** The waybill a shipment was saved with and those it was corrected to, in any order. */
function waybillsOf(payload: OpPayload, claims: readonly KnownOp[]): readonly string[] {
  const waybills = [payloadWaybill(payload)];
  for (const waybill of waybills) {
    for (const { payload: other } of claims)
      if (other.kind === 'correct' && other.from.waybill === waybill && !waybills.includes(other.to.waybill))
        waybills.push(other.to.waybill);
  }
  return waybills;
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
