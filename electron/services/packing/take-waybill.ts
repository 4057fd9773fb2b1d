import type { RecentScan } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { fitsPattern } from '../../../shared/domain/carriers/waybill-pattern.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { EarlierUse } from './bench-memory.ts';
import type { Outcome, PackingDeps } from './packing-deps.ts';
import { readWaybill, waybillShape } from './read-code.ts';
import type { ScannedCode } from './scanned-code.ts';
import { savePackage } from './save-package.ts';
import { isOrderDone, packageForWaybill, type Session } from './session.ts';

/** How many carriers a packer is asked to choose from: the keys 1 to 9. */
const MAX_CANDIDATES = 9;

type Taken = { readonly took: RecentScan['took']; readonly result: Outcome };
const refused = (problem: Extract<Outcome, { ok: false }>['error']): Taken => ({
  took: 'waybill',
  result: err(problem),
});

/** Binds a waybill to the package that waits for it, asking for the carrier where the number does not tell. */
export async function takeWaybill(
  deps: PackingDeps,
  session: Session,
  { code, symbology }: ScannedCode,
  operator: string,
): Promise<Taken> {
  const order = session.order;
  if (order === null) return refused({ code: 'no-order-open' });
  const waybill = readWaybill(code, order.orderId, symbology);
  if (!waybill.ok) return refused(waybill.error);
  const use = deps.outbox.waybillUse(waybill.value);
  if (use !== null) return refused(waybillUsed(waybill.value, use));
  const carriers = await deps.carrierLists.ensure(order.shopId, false);
  if (!carriers.ok || carriers.value.length === 0)
    return refused({ code: 'carrier-list-missing', shop: deps.shops.get(order.shopId)?.name ?? order.shopId });
  const guesses = deps.guessCarriers(waybill.value, carriers.value);
  const remembered = deps.carriers.choice(order.shopId, waybillShape(waybill.value));
  // The platform's own pattern narrows a guess; one it speaks against is offered, never taken by itself.
  const fitting = guesses.filter((guess) => fitsPattern(guess, waybill.value));
  const carrier = fitting.length === 1 ? fitting[0] : carriers.value.find((candidate) => candidate.code === remembered);
  if (carrier === undefined) {
    const others = fitting.length > 0 ? [] : carriers.value.filter((candidate) => !guesses.includes(candidate));
    const candidates = [...guesses, ...others].slice(0, MAX_CANDIDATES);
    const packageNo = packageForWaybill(session)?.no ?? 0;
    const asking = { ...session, carrierChoice: { packageNo, waybill: waybill.value, candidates: [...candidates] } };
    return { took: 'waybill', result: ok({ session: asking, verdict: 'carrier-wanted' }) };
  }
  return { took: 'waybill', result: saveWith(deps, session, { carrier, waybill: waybill.value }, operator) };
}

/** A waybill that is on another saved package, with who used it and when. */
export const waybillUsed = (waybill: string, use: EarlierUse): Problem => ({
  code: 'waybill-used',
  waybill,
  orderId: use.orderId,
  at: isoFromMs(use.atMs),
  operator: use.operator,
});

/** Saves the package that waits for this waybill and says whether the order is done with it. */
export function saveWith(
  deps: PackingDeps,
  session: Session,
  parcel: Parameters<typeof savePackage>[2],
  operator: string,
): Outcome {
  const saved = savePackage(deps, session, parcel, operator);
  return saved.ok
    ? ok({ session: saved.value, verdict: isOrderDone(saved.value) ? 'order-saved' : 'package-saved' })
    : saved;
}
