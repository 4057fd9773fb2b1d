import type { Blocked } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { BoxPlace } from '../../../shared/domain/problem-shelf.ts';
import { stopsTheBox } from '../../../shared/domain/stop-the-box.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { PackingDeps, SavedBox } from './packing-deps.ts';
import { isOrderDone, type Session } from './session.ts';

/** Of which order a stop speaks and where its boxes are, from what this desk knows; nothing for any other problem. */
export function stoppedBoxes(deps: PackingDeps, session: Session, problem: Problem): Pick<Blocked, 'stopped'> {
  if (!stopsTheBox(problem)) return {};
  const orderId = 'orderId' in problem ? problem.orderId : (session.order?.orderId ?? '');
  const onBench = session.order?.orderId === orderId && !isOrderDone(session) ? session.order : null;
  const order = onBench ?? deps.orders.findByCode(orderId);
  if (order === null) return { stopped: { orderId, places: [] } };
  const saved = deps.savedBoxes(order.shopId, orderId);
  if (problem.code === 'box-stopped')
    return { stopped: { orderId, places: saved.filter(({ opId }) => opId === problem.opId).map(savedPlace) } };
  const held = deps.held.of(order);
  const shipped = saved.length === 0 ? deps.orders.earlierShipment(order) : null;
  const places: readonly BoxPlace[] = [
    ...(onBench === null ? [] : [{ at: 'bench' as const, boxes: boxesInHand(session) }]),
    ...(held === null ? [] : [{ at: 'shelf' as const, place: held.shelf }]),
    ...saved.map(savedPlace),
    ...(shipped === null ? [] : [{ at: 'elsewhere' as const, tail: shipped.waybill.slice(-4) }]),
  ];
  return { stopped: { orderId, places: [...places] } };
}

const boxesInHand = ({ packages }: Session): number =>
  packages.filter(({ state, items }) => state !== 'saved' && items.length > 0).length;

function savedPlace({ no, carrierName, waybill, savedBy, savedAtMs, handed }: SavedBox): BoxPlace {
  const label = { no, carrierName, tail: waybill.slice(-4) };
  return handed === null
    ? { at: 'here', ...label, by: savedBy, savedAt: isoFromMs(savedAtMs) }
    : { at: 'courier', ...label, by: handed.by, handedAt: isoFromMs(handed.atMs) };
}
