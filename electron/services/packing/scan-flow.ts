import type { RecentScan, Verdict } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { isGtin, isMisreadChineseEan, looksLikeQrContent } from '../../../shared/domain/barcode.ts';
import type { Order } from '../../../shared/domain/order.ts';
import type { Symbology } from '../../../shared/domain/symbology.ts';
import { fitsPattern } from '../../../shared/domain/carriers/waybill-pattern.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { addPiece, addSerialNumber, linesFor } from './compose.ts';
import { openOrder } from './open-order.ts';
import type { PackingDeps } from './packing-deps.ts';
import { printable, readWaybill, waybillShape } from './read-code.ts';
import { savePackage } from './save-package.ts';
import { isOrderDone, missingOf, missingPieces, packageForWaybill, type Session } from './session.ts';

/** How many carriers a packer is asked to choose from: the keys 1 to 9. */
const MAX_CANDIDATES = 9;

/** A code without its frame, and what kind of barcode the scanner says it was, where it says so. */
export type ScannedCode = { readonly code: string; readonly symbology: Symbology | null };

/** What a code was taken for, and where that leads. */
export type Step = { readonly session: Session; readonly verdict: Verdict; readonly took: RecentScan['took'] };
export type Taken = {
  readonly took: RecentScan['took'];
  readonly result: Result<{ session: Session; verdict: Verdict }, Problem>;
};

/** Decides what a code is by what the bench and the shops know, then acts on it. */
export async function takeCode(
  deps: PackingDeps,
  session: Session,
  { code, symbology }: ScannedCode,
  operator: string,
): Promise<Taken> {
  if (session.order === null || isOrderDone(session)) return takeOrder(deps, session, code);
  if (session.serialForLine !== null && linesFor(session, code).length === 0) return takeSerial(session, code);
  const lines = linesFor(session, code);
  if (lines.length > 0) {
    if (session.serialForLine !== null)
      return refused('item', { code: 'serial-number-invalid', text: printable(code) });
    return takeItem(session, lines);
  }
  if (code === session.order.orderId && packageForWaybill(session) === undefined)
    return { took: 'order', result: ok({ session, verdict: 'duplicate-ignored' }) };
  const other = deps.orders.findByCode(code);
  if (other !== null && other.orderId !== session.order.orderId)
    return code === other.orderId
      ? refused('order', { code: 'scan-other-order', orderId: other.orderId, open: session.order.orderId })
      : refused('waybill', waybillOf(deps, other, code));
  if (packageForWaybill(session) !== undefined && session.order.deliverMethod === 'courier')
    return takeWaybill(deps, session, { code, symbology }, operator);
  return refused('nothing', strangeCode(deps, session, code));
}

/** A code that is no order number but leads to another order is a waybill that order left with. */
function waybillOf(deps: PackingDeps, order: Order, code: string): Problem {
  const use = deps.outbox.waybillUse(normaliseWaybill(code));
  const at = use === null ? (order.updatedAt ?? '') : isoFromMs(use.atMs);
  return { code: 'waybill-used', waybill: printable(code), orderId: use?.orderId ?? order.orderId, at };
}

const refused = (took: RecentScan['took'], problem: Problem): Taken => ({ took, result: err(problem) });

function takeOrder(deps: PackingDeps, session: Session, code: string): Taken {
  const order = deps.orders.findByCode(code);
  if (order === null) {
    const use = deps.outbox.waybillUse(normaliseWaybill(code));
    if (use !== null)
      return refused('waybill', {
        code: 'waybill-used',
        waybill: printable(code),
        orderId: use.orderId,
        at: isoFromMs(use.atMs),
      });
    const problem: Problem = looksLikeQrContent(code)
      ? { code: 'scan-link', text: printable(code) }
      : { code: 'scan-unknown', text: printable(code) };
    return refused('nothing', problem);
  }
  const opened = openOrder(deps, session, order);
  return { took: 'order', result: opened.ok ? ok({ session: opened.value, verdict: 'order-opened' }) : opened };
}

function takeSerial(session: Session, code: string): Taken {
  const added = addSerialNumber(session, code);
  if (!added.ok) return { took: 'serial', result: added };
  return {
    took: 'serial',
    result: ok({ session: added.value, verdict: missingPieces(added.value) === 0 ? 'all-packed' : 'serial-accepted' }),
  };
}

function takeItem(session: Session, lines: ReturnType<typeof linesFor>): Taken {
  const added = addPiece(session, lines);
  if (!added.ok) return { took: 'item', result: added };
  const { session: next, line } = added.value;
  return { took: 'item', result: ok({ session: next, verdict: itemVerdict(next, line.lineNo) }) };
}

function itemVerdict(session: Session, lineNo: number): Verdict {
  if (session.serialForLine !== null) return 'serial-wanted';
  if (missingPieces(session) === 0) return 'all-packed';
  return missingOf(session, lineNo) === 0 ? 'line-complete' : 'item-accepted';
}

/** A code nothing explains while goods are expected: early waybill, link, or goods of another order. */
function strangeCode(deps: PackingDeps, session: Session, code: string): Problem {
  if (looksLikeQrContent(code)) return { code: 'scan-link', text: printable(code) };
  if (isMisreadChineseEan(code)) return { code: 'item-misread', text: printable(code) };
  const waybill = readWaybill(code, session.order?.orderId ?? '');
  const looksLikeWaybill =
    waybill.ok &&
    !isGtin(code) &&
    deps.guessCarriers(waybill.value, deps.carrierLists.known(session.order?.shopId ?? '')).length > 0;
  if (looksLikeWaybill)
    return { code: 'scan-waybill-too-early', text: printable(code), remaining: missingPieces(session) };
  return { code: 'item-not-in-order', text: printable(code), expected: expectedGoods(session) };
}

/** The next goods the bench waits for, in words. */
export function expectedGoods(session: Session): string {
  const line = session.order?.lines.find((candidate) => missingOf(session, candidate.lineNo) > 0);
  return line === undefined ? '' : [line.title, line.variant].filter((part) => part !== '').join(' ');
}

async function takeWaybill(
  deps: PackingDeps,
  session: Session,
  { code, symbology }: ScannedCode,
  operator: string,
): Promise<Taken> {
  const order = session.order;
  if (order === null) return refused('waybill', { code: 'no-order-open' });
  const waybill = readWaybill(code, order.orderId, symbology);
  if (!waybill.ok) return refused('waybill', waybill.error);
  const use = deps.outbox.waybillUse(waybill.value);
  if (use !== null)
    return refused('waybill', {
      code: 'waybill-used',
      waybill: waybill.value,
      orderId: use.orderId,
      at: isoFromMs(use.atMs),
    });
  const carriers = await deps.carrierLists.ensure(order.shopId, false);
  if (!carriers.ok || carriers.value.length === 0)
    return refused('waybill', {
      code: 'carrier-list-missing',
      shop: deps.shops.get(order.shopId)?.name ?? order.shopId,
    });
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

/** Saves the package that waits for this waybill and says whether the order is done with it. */
export function saveWith(
  deps: PackingDeps,
  session: Session,
  parcel: Parameters<typeof savePackage>[2],
  operator: string,
): Taken['result'] {
  const saved = savePackage(deps, session, parcel, operator);
  return saved.ok
    ? ok({ session: saved.value, verdict: isOrderDone(saved.value) ? 'order-saved' : 'package-saved' })
    : saved;
}
