import type { Order } from '../../../shared/domain/order.ts';
import { payloadCarrierCode } from '../../../shared/domain/shipment.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { OrderList } from '../orders/order-list.ts';
import type { Shippable } from '../orders/shippable.ts';
import type { OrderOp, Outbox } from '../outbox/outbox.ts';
import { linesWith } from './compose.ts';
import type { EarlierShipment, PackingDeps } from './packing-deps.ts';

/** The orders as the bench sees them: those still to be packed come first where a code stands for several. */
export function packingOrders(deps: {
  readonly orders: Pick<OrderStore, 'findByCode' | 'findByLabel' | 'get'>;
  readonly list: OrderList;
  readonly shippable: Shippable;
  readonly outbox: Pick<Outbox, 'opsOfOrder'>;
}): PackingDeps['orders'] {
  const isOpen = (order: Order): boolean => order.status === 'to-ship' || order.status === 'part-shipped';
  return {
    findByCode: (code) => {
      const found = deps.orders.findByCode(code);
      return found.find(isOpen) ?? found[0] ?? null;
    },
    findByLabel: deps.orders.findByLabel,
    remaining: deps.shippable.remaining,
    isLeft: deps.shippable.isLeft,
    needing: async (code) => {
      const { orders } = await deps.list.page({ filter: 'to-pack', search: code, limit: CANDIDATES, after: null });
      return orders.find((order) => order.flags.length === 0 && wants(deps.shippable, order, code)) ?? null;
    },
    current: deps.orders.get,
    earlierShipment: (order) => ownShipment(deps.outbox, order) ?? foreignShipment(order),
    expectedCarrier: (order) => {
      const own = newestOp(deps.outbox, order);
      const shown = order.parcels.at(-1);
      return own === undefined
        ? { code: shown?.carrierCode ?? '', name: shown?.carrierName ?? '' }
        : { code: payloadCarrierCode(own.payload), name: own.carrierName };
    },
  };
}

/** How many orders that mention a code are looked at for one that wants it. */
const CANDIDATES = 20;

function wants(shippable: Shippable, order: Order, code: string): boolean {
  const left = shippable.remaining(order);
  return linesWith(order.lines, code).some((line) => (left.get(line.lineNo) ?? 0) > 0);
}

/** The newest shipment saved at this desk that was not withdrawn. */
const newestOp = (outbox: Pick<Outbox, 'opsOfOrder'>, order: Order): OrderOp | undefined =>
  outbox.opsOfOrder(order.shopId, order.orderId).findLast(({ state }) => state !== 'cancelled' && state !== 'rejected');

function ownShipment(outbox: Pick<Outbox, 'opsOfOrder'>, order: Order): EarlierShipment | null {
  const op = newestOp(outbox, order);
  return op === undefined ? null : { waybill: op.waybill, atMs: op.createdAtMs, operator: op.createdBy };
}

/** A parcel only the platform knows: shipped somewhere else. */
function foreignShipment(order: Order): EarlierShipment | null {
  const parcel = order.parcels.at(-1);
  return parcel === undefined ? null : { waybill: parcel.waybill, atMs: null, operator: '' };
}
