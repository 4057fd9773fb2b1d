import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { stoppedBoxes } from './box-places.ts';
import { holdOrder } from './hold-order.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { isOrderDone, type Session } from './session.ts';
import type { StoppedBox } from './stopped-box-store.ts';

/** The bench with the alarm on it, where a saved box or the open order must not leave; else the same bench. */
export function withStop(deps: PackingDeps, session: Session): Session {
  if (session.blocked !== null) return session;
  const open = session.order === null || isOrderDone(session) ? null : orderStop(deps, session.order);
  const box = open === null ? deps.stops.next() : null;
  const problem = open ?? (box === null ? null : boxStop(deps, box));
  if (problem === null) return session;
  return { ...session, blocked: { problem, scanned: '', expected: '', ...stoppedBoxes(deps, session, problem) } };
}

/** Why an order must not leave by what is known of it now, or null. The bench may hold an older copy. */
export function orderStop(deps: PackingDeps, { shopId, orderId }: Order): Problem | null {
  const now = deps.orders.current(shopId, orderId);
  if (now === null) return null;
  const [flag] = now.flags;
  if (flag !== undefined) return { code: 'order-flagged', orderId, flag };
  return now.status === 'closed' ? { code: 'order-not-shippable', orderId, status: now.status } : null;
}

function boxStop({ savedBoxes }: PackingDeps, box: StoppedBox): Problem {
  const now = savedBoxes(box.shopId, box.orderId).find(({ opId }) => opId === box.opId);
  return {
    code: 'box-stopped',
    opId: box.opId,
    reason: box.reason,
    ...(box.cause === undefined ? {} : { cause: box.cause }),
    orderId: box.orderId,
    packageNo: now?.no ?? box.packageNo,
    tail: (now?.waybill ?? box.waybill).slice(-4),
    operator: box.savedBy,
    at: isoFromMs(box.savedAtMs),
    shelf: box.shelf,
    ...(now?.handed ? { handedAt: isoFromMs(now.handed.atMs) } : {}),
  };
}

/**
 * The alarm was heard. A box that is to be found stays on the list of stopped boxes; the order that lies open goes to the
 * problem shelf as it is, because nothing more may be done with it.
 */
export function acknowledgeStop(deps: PackingDeps, session: Session, who: Who): Outcome {
  const heard = { ...session, blocked: null };
  const problem = session.blocked?.problem;
  if (problem?.code === 'box-stopped') deps.stops.acknowledge(problem.opId, who.operator, deps.clock.now());
  const stopsOpenOrder = problem?.code === 'order-flagged' || problem?.code === 'order-not-shippable';
  return stopsOpenOrder && session.order?.orderId === problem.orderId && !isOrderDone(session)
    ? holdOrder(deps, heard, who, { reason: 'stopped' })
    : { ok: true, value: { session: heard, verdict: 'acknowledged' } };
}

/** True where only an acknowledgement ends the alarm; scanning something else does not. */
export const staysUntilHeard = (problem: Problem): boolean =>
  problem.code === 'box-stopped' || problem.code === 'order-flagged';
