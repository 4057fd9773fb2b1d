import type { Order } from '../../../shared/domain/order.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { Shippable } from '../orders/shippable.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { EarlierShipment, PackingDeps } from './packing-deps.ts';

/** The orders as the bench sees them: those still to be packed come first where a code stands for several. */
export function packingOrders(deps: {
  readonly orders: Pick<OrderStore, 'findByCode'>;
  readonly shippable: Shippable;
  readonly outbox: Pick<Outbox, 'opsOfOrder'>;
}): PackingDeps['orders'] {
  const isOpen = (order: Order): boolean => order.status === 'to-ship' || order.status === 'part-shipped';
  return {
    findByCode: (code) => {
      const found = deps.orders.findByCode(code);
      return found.find(isOpen) ?? found[0] ?? null;
    },
    remaining: deps.shippable.remaining,
    earlierShipment: (order) => ownShipment(deps.outbox, order) ?? foreignShipment(order),
  };
}

/** The newest shipment saved at this desk that was not withdrawn. */
function ownShipment(outbox: Pick<Outbox, 'opsOfOrder'>, order: Order): EarlierShipment | null {
  const op = outbox
    .opsOfOrder(order.shopId, order.orderId)
    .findLast(({ state }) => state !== 'cancelled' && state !== 'rejected');
  return op === undefined ? null : { waybill: op.waybill, atMs: op.createdAtMs, operator: op.createdBy };
}

/** A parcel only the platform knows: shipped somewhere else. */
function foreignShipment(order: Order): EarlierShipment | null {
  const parcel = order.parcels.at(-1);
  return parcel === undefined ? null : { waybill: parcel.waybill, atMs: null, operator: '' };
}
