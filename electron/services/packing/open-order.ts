import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { PackingDeps } from './packing-deps.ts';
import { emptySession, type Session } from './session.ts';

/** Lays an order on the bench, or says why it must not be packed. */
export function openOrder(deps: PackingDeps, session: Session, order: Order): Result<Session, Problem> {
  const remaining = deps.orders.remaining(order);
  const left = [...remaining.values()].reduce((sum, pieces) => sum + pieces, 0);
  const shippable = order.status === 'to-ship' || order.status === 'part-shipped';
  const earlier = deps.orders.earlierShipment(order);
  if ((left === 0 || !shippable) && earlier !== null)
    return err({
      code: 'order-nothing-left',
      orderId: order.orderId,
      waybill: earlier.waybill,
      at: earlier.atMs === null ? '' : isoFromMs(earlier.atMs),
      operator: earlier.operator,
    });
  const [flag] = order.flags;
  if (flag !== undefined) return err({ code: 'order-flagged', orderId: order.orderId, flag });
  if (!shippable || left === 0)
    return err({ code: 'order-not-shippable', orderId: order.orderId, status: order.status });
  const wanted = Object.fromEntries([...remaining].map(([lineNo, pieces]) => [String(lineNo), pieces]));
  return ok({ ...emptySession(session.recent), order, wanted });
}
