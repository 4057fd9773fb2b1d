import { allows } from '../../../shared/contract/define.ts';
import type { RecentScan, Verdict } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { isCaseOfGoods, isGtin, isMisreadChineseEan, looksLikeQrContent } from '../../../shared/domain/barcode.ts';
import { looksLikeWaybill } from '../../../shared/domain/carriers/guess-carriers.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import { needsLift } from '../../../shared/domain/problem-shelf.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { askOpenForItem, askSecondOrder, askUnknown } from './bench-question.ts';
import { addPieces, linesFor } from './compose.ts';
import { type HeldOrder, layBack } from './held-store.ts';
import { addImei, addSerialNumber } from './ident-codes.ts';
import { openOrder } from './open-order.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { awaitsPhoto } from './photograph.ts';
import { printable, readWaybill } from './read-code.ts';
import { movePieces } from './rearrange.ts';
import type { ScannedCode } from './scanned-code.ts';
import { isOrderDone, missingOf, missingPieces, NOTHING_PARKED, packageForWaybill, type Session } from './session.ts';
import { saveWith, takeWaybill, waybillShown, waybillUsed } from './take-waybill.ts';

/** What a code was taken for, and where that leads. */
export type Taken = { readonly took: RecentScan['took']; readonly result: Outcome };

/**
 * Decides what a code is by what the bench and the shops know, then acts on it. The desk's own barcodes never come here.
 * A scan answers an open question by what it is.
 */
export async function takeCode(
  deps: PackingDeps,
  before: Session,
  { code, symbology }: ScannedCode,
  who: Who,
): Promise<Taken> {
  const session = { ...before, question: null };
  if (session.order === null || isOrderDone(session)) return takeFirst(deps, session, code, who);
  const goods = knownGoods(deps, session, code);
  const { lines } = goods;
  if (session.serialForLine !== null && lines.length === 0)
    return takeIdent(deps, code, addSerialNumber(session, code));
  if (lines.length > 0) {
    if (session.serialForLine !== null)
      return refused('item', { code: 'serial-number-invalid', text: printable(code) });
    return takeItem(session, goods);
  }
  const imei = addImei(session, code);
  if (imei !== null) return takeIdent(deps, code, imei);
  if (code === session.order.orderId && packageForWaybill(session) === undefined)
    return { took: 'order', result: ok({ session, verdict: 'duplicate-ignored' }) };
  const other = deps.orders.findByCode(code);
  if (other !== null && other.orderId !== session.order.orderId)
    return code === other.orderId
      ? {
          took: 'order',
          result: ok({ session: { ...session, question: askSecondOrder(session, other) }, verdict: 'asked' }),
        }
      : refused('waybill', waybillOf(deps, other, code));
  if (packageForWaybill(session) !== undefined && session.order.deliverMethod === 'courier')
    return takeWaybill(deps, session, { code, symbology }, who.operator);
  return takeStrange(deps, session, code);
}

/** The lines of an order that a code stands for, and how many pieces one scan of it counts. */
type KnownGoods = { readonly lines: readonly OrderLine[]; readonly pieces: number };

/** What a code stands for by itself, or because a lead taught it. */
function knownGoods(deps: PackingDeps, session: Session, code: string): KnownGoods {
  const lines = linesFor(session, code);
  if (lines.length > 0 || session.order === null) return { lines, pieces: 1 };
  const taught = deps.memory.goodsOf(session.order.shopId, code);
  if (taught === null) return { lines: [], pieces: 1 };
  const { productId, skuId, pieces } = taught;
  return { lines: session.order.lines.filter((line) => line.productId === productId && line.skuId === skuId), pieces };
}

/** A code that is no order number but leads to another order is a waybill that order left with. */
function waybillOf(deps: PackingDeps, order: Order, code: string): Problem {
  const use = deps.outbox.waybillUse(normaliseWaybill(code));
  return use === null ? waybillShown(printable(code), order) : waybillUsed(printable(code), use);
}

const refused = (took: RecentScan['took'], problem: Problem): Taken => ({ took, result: err(problem) });

/** With no order open: an order, or something scanned ahead of it. */
async function takeFirst(deps: PackingDeps, session: Session, code: string, who: Who): Promise<Taken> {
  const order = deps.orders.findByCode(code);
  if (order !== null) return { took: 'order', result: openScanned(deps, session, order, who) };
  const use = deps.outbox.waybillUse(normaliseWaybill(code));
  if (use !== null) return refused('waybill', waybillUsed(printable(code), use));
  if (looksLikeQrContent(code)) return refused('nothing', { code: 'scan-link', text: printable(code) });
  const needing = await deps.orders.needing(code);
  const question = needing === null ? null : askOpenForItem(code, needing);
  if (question !== null) return { took: 'item', result: ok({ session: { ...session, question }, verdict: 'asked' }) };
  if (looksLikeWaybill(code)) return { took: 'waybill', result: parkWaybill(deps, session, code) };
  return refused('nothing', { code: 'scan-unknown', text: printable(code) });
}

/** Lays an order on the bench: with the packages it was put aside with, and with what was scanned ahead of it. */
export function openScanned(deps: PackingDeps, session: Session, order: Order, who: Who): Outcome {
  const opened = openOrder(deps, session, order);
  if (!opened.ok) return opened;
  const held = deps.held.of(order);
  if (held !== null && needsLift(held.reason) && held.liftedBy === '' && !allows(who.role, 'supervisor'))
    return err(heldProblem(held));
  const laid = held === null ? opened.value : layBack(opened.value, held.packages);
  const ready = { ...laid, parked: { ...session.parked, item: null } };
  const verdict: Verdict = held === null ? 'order-opened' : 'order-resumed';
  if (session.parked.item === null) return ok({ session: ready, verdict });
  const { lines, pieces } = knownGoods(deps, ready, session.parked.item);
  if (lines.length === 0)
    return ok({ session: ready, verdict, refusal: { code: 'goods-not-wanted', text: session.parked.item } });
  const added = addPieces(ready, lines, pieces);
  return added.ok
    ? ok({ session: added.value.session, verdict: itemVerdict(added.value.session, added.value.line.lineNo) })
    : ok({ session: ready, verdict, refusal: added.error });
}

const heldProblem = ({ orderId, reason, note, shelf, heldBy, heldAtMs }: HeldOrder): Problem => ({
  code: 'order-held',
  orderId,
  reason,
  note,
  shelf,
  operator: heldBy,
  at: isoFromMs(heldAtMs),
});

/** Keeps a waybill for the package that will need it next. */
export function parkWaybill(deps: PackingDeps, session: Session, code: string): Outcome {
  const waybill = readWaybill(code, session.order?.orderId ?? '');
  if (!waybill.ok) return waybill;
  const use = deps.outbox.waybillUse(waybill.value);
  if (use !== null) return err(waybillUsed(waybill.value, use));
  return ok({
    session: { ...session, parked: { ...session.parked, waybill: waybill.value, carrier: null } },
    verdict: 'waybill-parked',
  });
}

/** Binds a parked waybill as soon as a package waits for one. A refusal keeps the packing step and stops the line. */
export async function bindParkedWaybill(deps: PackingDeps, outcome: Outcome, operator: string): Promise<Outcome> {
  if (!outcome.ok || outcome.value.refusal !== undefined) return outcome;
  const { session } = outcome.value;
  const { waybill, carrier } = session.parked;
  const waits = packageForWaybill(session) !== undefined && session.serialForLine === null;
  if (waybill === null || !waits || session.order?.deliverMethod !== 'courier') return outcome;
  if (session.blocked !== null || awaitsPhoto(deps, session)) return outcome;
  const unparked = { ...session, parked: NOTHING_PARKED };
  const bound =
    carrier === null
      ? takeWaybill(deps, unparked, { code: waybill, symbology: null }, operator).result
      : saveWith(deps, unparked, { carrier, waybill }, operator);
  return bound.ok ? bound : ok({ session: unparked, verdict: outcome.value.verdict, refusal: bound.error });
}

/** A number of a piece that no earlier package left with: which order had it, when and by whom is part of the refusal. */
function takeIdent(deps: PackingDeps, code: string, added: Result<Session, Problem>): Taken {
  if (!added.ok) return { took: 'serial', result: added };
  const use = deps.memory.serialUse(code);
  if (use !== null)
    return refused('serial', {
      code: 'serial-number-used',
      text: printable(code),
      orderId: use.orderId,
      at: isoFromMs(use.atMs),
      operator: use.operator,
    });
  return {
    took: 'serial',
    result: ok({ session: added.value, verdict: missingPieces(added.value) === 0 ? 'all-packed' : 'serial-accepted' }),
  };
}

function takeItem(session: Session, { lines, pieces }: KnownGoods): Taken {
  const count = (session.quantity ?? 1) * pieces;
  const once = { ...session, quantity: null, moving: false };
  if (session.moving) {
    const changed = movePieces(once, lines, count);
    return { took: 'item', result: changed.ok ? ok({ session: changed.value, verdict: 'moved' }) : changed };
  }
  const added = addPieces(once, lines, count);
  if (!added.ok) return { took: 'item', result: added };
  const { session: next, line } = added.value;
  return { took: 'item', result: ok({ session: next, verdict: itemVerdict(next, line.lineNo) }) };
}

/** What counting a piece of a line came to. */
export function itemVerdict(session: Session, lineNo: number): Verdict {
  if (session.serialForLine !== null) return 'serial-wanted';
  if (missingPieces(session) === 0) return 'all-packed';
  return missingOf(session, lineNo) === 0 ? 'line-complete' : 'item-accepted';
}

/** A code nothing explains while goods are expected: early waybill, link, wrong goods, or something to be asked about. */
async function takeStrange(deps: PackingDeps, session: Session, code: string): Promise<Taken> {
  if (looksLikeQrContent(code)) return refused('nothing', { code: 'scan-link', text: printable(code) });
  if (session.ignored.includes(code)) return { took: 'nothing', result: ok({ session, verdict: 'code-ignored' }) };
  if (isMisreadChineseEan(code)) return refused('nothing', { code: 'item-misread', text: printable(code) });
  const waybill = readWaybill(code, session.order?.orderId ?? '');
  const carriers = deps.carrierLists.known(session.order?.shopId ?? '');
  if (waybill.ok && !isGtin(code) && deps.guessCarriers(waybill.value, carriers).length > 0)
    return refused('nothing', {
      code: 'scan-waybill-too-early',
      text: printable(code),
      remaining: missingPieces(session),
    });
  const foreign = (isGtin(code) && !isCaseOf(session, code)) || (await deps.orders.needing(code)) !== null;
  if (foreign)
    return refused('nothing', { code: 'item-not-in-order', text: printable(code), expected: expectedGoods(session) });
  return { took: 'nothing', result: ok({ session: { ...session, question: askUnknown(code) }, verdict: 'asked' }) };
}

/** The barcode of a case of goods that are still wanted: how many are in it nobody has taught yet. */
const isCaseOf = (session: Session, code: string): boolean =>
  (session.order?.lines ?? []).some((line) => isCaseOfGoods(code, line.barcode) && missingOf(session, line.lineNo) > 0);

/** The next goods the bench waits for, in words. */
export function expectedGoods(session: Session): string {
  const line = session.order?.lines.find((candidate) => missingOf(session, candidate.lineNo) > 0);
  return line === undefined ? '' : [line.title, line.variant].filter((part) => part !== '').join(' ');
}
