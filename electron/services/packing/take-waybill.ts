import type { RecentScan } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { EarlierUse } from './bench-memory.ts';
import { chooseCarrier } from './choose-carrier.ts';
import type { Outcome, PackingDeps } from './packing-deps.ts';
import { awaitsPhoto } from './photograph.ts';
import { readWaybill, waybillShape } from './read-code.ts';
import type { ScannedCode } from './scanned-code.ts';
import { savePackage } from './save-package.ts';
import { isOrderDone, packageForWaybill, type Session } from './session.ts';

type Taken = { readonly took: RecentScan['took']; readonly result: Outcome };
const refused = (problem: Extract<Outcome, { ok: false }>['error']): Taken => ({
  took: 'waybill',
  result: err(problem),
});

/** Binds a waybill to the package that waits for it, asking for the carrier where the number does not tell. */
export function takeWaybill(
  deps: PackingDeps,
  session: Session,
  { code, symbology }: ScannedCode,
  operator: string,
): Taken {
  const order = session.order;
  if (order === null) return refused({ code: 'no-order-open' });
  const waybill = readWaybill(code, order.orderId, symbology);
  if (!waybill.ok) return refused(waybill.error);
  const use = deps.outbox.waybillUse(waybill.value);
  if (use !== null) return refused(waybillUsed(waybill.value, use));
  const other = otherOwner(deps, order, waybill.value);
  if (other !== null) return refused(waybillShown(waybill.value, other));
  const list = deps.carrierLists.known(order.shopId);
  if (list.length === 0)
    return refused({ code: 'carrier-list-missing', shop: deps.shops.get(order.shopId)?.name ?? order.shopId });
  const chosen = chooseCarrier(waybill.value, {
    list,
    guesses: deps.guessCarriers(waybill.value, list),
    expected: deps.orders.expectedCarrier(order),
    remembered: deps.carriers.choice(order.shopId, waybillShape(waybill.value)),
    oftenUsed: () => deps.outbox.oftenUsed(order.shopId),
  });
  if ('candidates' in chosen) {
    const packageNo = packageForWaybill(session)?.no ?? 0;
    const carrierChoice = { packageNo, waybill: waybill.value, candidates: [...chosen.candidates] };
    return { took: 'waybill', result: ok({ session: { ...session, carrierChoice }, verdict: 'carrier-wanted' }) };
  }
  const parcel = { carrier: chosen.carrier, waybill: waybill.value };
  return { took: 'waybill', result: saveWith(deps, session, parcel, operator) };
}

/** A waybill that is on another saved package, with who used it and when. */
export const waybillUsed = (waybill: string, use: EarlierUse): Problem => ({
  code: 'waybill-used',
  waybill,
  orderId: use.orderId,
  at: isoFromMs(use.atMs),
  operator: use.operator,
});

/** The order a waybill left with some other way than from this desk, or, being another one, was printed for. */
function otherOwner({ orders }: PackingDeps, { shopId, orderId }: Order, waybill: string): Order | null {
  const shown = orders.findByCode(waybill);
  if (shown !== null && shown.orderId !== waybill) return shown;
  const printedFor = orders.findByLabel(waybill);
  const isOurs = printedFor.some((each) => each.orderId === orderId && each.shopId === shopId);
  return isOurs ? null : (printedFor[0] ?? null);
}

/** A waybill that belongs to an order this desk has not saved it for. */
export const waybillShown = (waybill: string, { orderId, updatedAt }: Order): Problem => ({
  code: 'waybill-used',
  waybill,
  orderId,
  at: updatedAt ?? '',
  operator: '',
});

type Parcel = Parameters<typeof savePackage>[2];

/**
 * Saves the package that waits for this waybill and says whether the order is done with it. Where the photo is still to
 * come the waybill is kept beside the package, and the same is done as soon as the photo is there.
 */
export function saveWith(deps: PackingDeps, session: Session, parcel: Parcel, operator: string): Outcome {
  if (parcel !== null && awaitsPhoto(deps, session) && !awaitsWeight(deps, session))
    return keptForPhoto(session, parcel);
  const saved = savePackage(deps, session, parcel, operator);
  return saved.ok
    ? ok({ session: saved.value, verdict: isOrderDone(saved.value) ? 'order-saved' : 'package-saved' })
    : saved;
}

/** Where the camera has failed already the line stops, with the waybill kept all the same. */
function keptForPhoto(session: Session, { carrier, waybill }: NonNullable<Parcel>): Outcome {
  const kept = { ...session, carrierChoice: null, parked: { ...session.parked, waybill, carrier } };
  const why = packageForWaybill(session)?.photo.missed ?? null;
  return ok({
    session: kept,
    verdict: 'waybill-waits',
    ...(why === null ? {} : { refusal: { code: 'photo-missing' as const, why } }),
  });
}

/** The scale comes first: without it nothing is saved either way. */
function awaitsWeight({ extras }: PackingDeps, session: Session): boolean {
  const box = packageForWaybill(session);
  return box?.weightGrams === null && session.order !== null && extras.wanted(session.order.shopId).weigh === 'must';
}
