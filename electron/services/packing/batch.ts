import type { BatchRefusal } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { looksLikeQrContent } from '../../../shared/domain/barcode.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { openOrder } from './open-order.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { printable } from './read-code.ts';
import { mayPackRest, packRest } from './rearrange.ts';
import type { Taken } from './scan-flow.ts';
import type { ScannedCode } from './scanned-code.ts';
import { emptySession, NOTHING_PARKED, type Session } from './session.ts';
import { takeWaybill, waybillUsed } from './take-waybill.ts';

/** How many of the latest results are kept for the screen. */
const RESULTS = 12;

/** Begins shipping whole orders scan by scan (扫描发货). A parked waybill stays for the order scanned next. */
export const startBatch = ({ clock }: Pick<PackingDeps, 'clock'>, session: Session): Outcome =>
  ok({
    session: {
      ...emptySession(session.recent),
      parked: { ...NOTHING_PARKED, waybill: session.parked.waybill },
      batch: { startedAt: isoFromMs(clock.now()), saved: 0, results: [] },
    },
    verdict: 'batch-started',
  });

/** Back to packing. */
export const endBatch = (session: Session): Outcome =>
  ok({ session: { ...emptySession(session.recent), parked: session.parked }, verdict: 'batch-ended' });

/**
 * One scan ships one whole order: by the waybill printed for it, or by its order number. Everything the bench would
 * refuse is refused, and whatever a person has to see (several packages, serial numbers, a doubtful carrier) too.
 */
export function takeInBatch(deps: PackingDeps, session: Session, scanned: ScannedCode, who: Who): Taken {
  const taken = shipWhole(deps, session, scanned, who);
  if (taken.took !== 'order' || taken.result.ok || session.parked.waybill === null) return taken;
  // The waybill scanned ahead was for the box that is put aside now, and must not go to the next one.
  const next = { ...session, parked: NOTHING_PARKED };
  return { took: 'order', result: ok({ session: next, verdict: 'cancelled', refusal: taken.result.error }) };
}

function shipWhole(deps: PackingDeps, session: Session, scanned: ScannedCode, who: Who): Taken {
  const { code } = scanned;
  const found = findOrder(deps, code);
  if (!found.ok) return { took: 'nothing', result: found };
  const { order, by } = found.value;
  const packed = packWhole(deps, session, order, who);
  if (!packed.ok) return { took: by, result: packed };
  const [printed] = order.labels ?? [];
  const ahead = session.parked.waybill;
  if (by === 'order' && printed !== undefined && ahead !== null && printed !== ahead)
    return { took: by, result: needsBench(order, 'two-waybills') };
  const waybill = by === 'waybill' ? normaliseWaybill(code) : (printed ?? ahead);
  if (waybill === null) return { took: by, result: needsBench(order, 'no-waybill') };
  const symbology = by === 'waybill' ? scanned.symbology : null;
  const { result } = takeWaybill(deps, packed.value, { code: waybill, symbology }, who.operator);
  if (!result.ok) return { took: by, result };
  if (result.value.verdict !== 'order-saved') return { took: by, result: needsBench(order, 'carrier-unclear') };
  return { took: by, result: ok({ session: noted(session, result.value.session), verdict: 'order-saved' }) };
}

type Found = { readonly order: Order; readonly by: 'order' | 'waybill' };

function findOrder(deps: PackingDeps, code: string): Result<Found, Problem> {
  const waybill = normaliseWaybill(code);
  const use = deps.outbox.waybillUse(waybill);
  if (use !== null) return err(waybillUsed(printable(code), use));
  const [labelled, another] = deps.orders.findByLabel(waybill);
  if (labelled !== undefined)
    return another === undefined ? ok({ order: labelled, by: 'waybill' }) : needsBench(labelled, 'several-orders');
  const order = deps.orders.findByCode(code);
  if (order !== null) return ok({ order, by: 'order' });
  return err({ code: looksLikeQrContent(code) ? 'scan-link' : 'batch-unknown', text: printable(code) });
}

const needsBench = ({ orderId }: Order, why: BatchRefusal): Result<never, Problem> =>
  err({ code: 'batch-needs-bench', orderId, why });

/** The order with everything in one package, or why a person has to pack it. */
function packWhole(deps: PackingDeps, session: Session, order: Order, who: Who): Result<Session, Problem> {
  const opened = openOrder(deps, session, order);
  if (!opened.ok) return opened;
  const why = reasonForBench(deps, opened.value, order, who);
  return why === null ? packRest(opened.value) : needsBench(order, why);
}

function reasonForBench(deps: PackingDeps, opened: Session, order: Order, { role }: Who): BatchRefusal | null {
  if (deps.held.of(order) !== null) return 'held';
  if (order.deliverMethod !== 'courier') return 'no-courier';
  if ((order.labels?.length ?? 0) > 1 || deps.orders.earlierShipment(order) !== null) return 'several-packages';
  if (order.lines.some(({ needsSerialNumber }) => needsSerialNumber)) return 'serial-numbers';
  const { weigh, photo } = deps.extras.wanted(order.shopId);
  if (weigh === 'must') return 'weight';
  if (photo === 'must') return 'photo';
  return mayPackRest(opened, role, deps.restLimit()) ? null : 'too-many-pieces';
}

/** The bench after an order was saved: the mode goes on, one further. A parked waybill was for this order only. */
function noted(before: Session, saved: Session): Session {
  const { batch } = before;
  const [box] = saved.packages;
  if (batch === null || saved.saved === null || box === undefined) return saved;
  const { at, orderId, waybill, carrierName } = saved.saved;
  const pieces = box.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const results = [{ at, orderId, waybill, carrierName, pieces }, ...batch.results].slice(0, RESULTS);
  return { ...saved, parked: NOTHING_PARKED, batch: { ...batch, saved: batch.saved + 1, results } };
}
