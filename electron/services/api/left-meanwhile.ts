import type { Problem } from '../../../shared/contract/problem.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { OrderStore } from '../orders/order-store.ts';
import type { Shippable } from '../orders/shippable.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { StoredOp } from '../outbox/store/op-row.ts';

type Deps = {
  readonly orders: Pick<OrderStore, 'get'>;
  readonly shippable: Pick<Shippable, 'isLeft'>;
  readonly outbox: Pick<Outbox, 'opsOfOrder'>;
};

/**
 * Why a refused package must not go out again, or null. Its pieces became free with the refusal: they may have been packed
 * anew since, or have left some other way.
 */
export function leftMeanwhile({ orders, shippable, outbox }: Deps, op: StoredOp | null): Problem | null {
  if (op?.kind !== 'send' || op.status.state !== 'rejected') return null;
  const { shopId, orderId } = op;
  const ops = outbox.opsOfOrder(shopId, orderId);
  const order = orders.get(shopId, orderId);
  const payload = ops.find(({ id }) => id === op.id)?.payload;
  if (order === null || payload === undefined || shippable.isLeft(order, payload.items)) return null;
  const again = ops.findLast(
    ({ state, payload: other }) => other.kind === 'send' && state !== 'cancelled' && state !== 'rejected',
  );
  if (again === undefined) return { code: 'compose-refused', rule: 'quantity-exceeds-order', detail: '' };
  const { waybill, createdAtMs, createdBy: operator } = again;
  return { code: 'order-nothing-left', orderId, waybill, at: isoFromMs(createdAtMs), operator };
}
