import type { Problem } from '../../../shared/contract/problem.ts';
import type { OrderLine } from '../../../shared/domain/order.ts';
import type { SerialNumber } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { CHANGED, missingOf, missingPieces, openPackage, type PackingPackage, type Session } from './session.ts';

const UNDO_STEPS = 30;

/** Remembers the composition so that the next change can be undone. */
export const remember = (session: Session): Session['undo'] =>
  [...session.undo, { packages: session.packages, serialForLine: session.serialForLine }].slice(-UNDO_STEPS);

/** Lines a goods code stands for: by barcode, article number or SKU id, in the order's own sequence. */
export const linesFor = (session: Session, code: string): readonly OrderLine[] =>
  linesWith(session.order?.lines ?? [], code);

/** The lines among these whose goods carry a code. */
export function linesWith(lines: readonly OrderLine[], code: string): readonly OrderLine[] {
  const wanted = code.toUpperCase();
  return lines.filter((line) =>
    [line.barcode, line.skuCode, line.skuId].some((value) => value !== '' && value.toUpperCase() === wanted),
  );
}

/** Puts pieces into the open package, opening one where there is none. Refuses surplus and refunded goods. */
export function addPieces(
  session: Session,
  lines: readonly OrderLine[],
  count: number,
): Result<{ session: Session; line: OrderLine }, Problem> {
  const [line] = lines.filter((candidate) => missingOf(session, candidate.lineNo) > 0);
  if (line === undefined) return err(surplusProblem(session, lines));
  const missing = lines.reduce((sum, candidate) => sum + missingOf(session, candidate.lineNo), 0);
  if (count > missing) return err({ code: 'quantity-over', title: line.title, quantity: count, missing });
  if (count > 1 && lines.some((candidate) => candidate.needsSerialNumber))
    return err({ code: 'quantity-one-by-one', title: line.title });
  let left = count;
  let next: Session = { ...session, undo: remember(session) };
  for (const each of lines) {
    const pieces = Math.min(left, missingOf(next, each.lineNo));
    if (pieces > 0) next = putInto(next, openPackage(next) ?? newPackage(next), each.lineNo, pieces);
    left -= pieces;
  }
  return ok({ line, session: { ...next, serialForLine: line.needsSerialNumber ? line.lineNo : null } });
}

/** The session with more pieces of a line in a package; the package joins where it is new. */
export function putInto(
  session: Session,
  box: PackingPackage,
  lineNo: number,
  pieces: number,
  serialNumbers: readonly SerialNumber[] = [],
): Session {
  const existing = box.items.find((item) => item.lineNo === lineNo);
  const item = {
    lineNo,
    quantity: (existing?.quantity ?? 0) + pieces,
    serialNumbers: [...(existing?.serialNumbers ?? []), ...serialNumbers],
  };
  const items = [...box.items.filter((candidate) => candidate.lineNo !== lineNo), item];
  const others = session.packages.filter((candidate) => candidate.no !== box.no);
  return { ...session, packages: [...others, { ...box, items, ...CHANGED }].sort((a, b) => a.no - b.no) };
}

function surplusProblem(session: Session, lines: readonly OrderLine[]): Problem {
  const [line] = lines;
  if (line === undefined) return { code: 'item-not-in-order', text: '', expected: '' };
  const wanted = session.wanted[String(line.lineNo)] ?? 0;
  return wanted === 0 && line.refundedQuantity > 0
    ? { code: 'item-refunded', title: line.title }
    : { code: 'item-surplus', title: line.title, quantity: wanted };
}

/** An empty package with the next number. */
export const newPackage = (session: Session): PackingPackage => ({
  no: Math.max(0, ...session.packages.map((box) => box.no)) + 1,
  state: 'open',
  items: [],
  carrierName: '',
  waybill: '',
  opId: null,
  ...CHANGED,
});

/** Closes the open package; with `another`, opens the next one at once. */
export function seal(session: Session, another: boolean): Result<Session, Problem> {
  if (session.order === null) return err({ code: 'no-order-open' });
  const box = openPackage(session);
  if (box === undefined || box.items.length === 0) return err({ code: 'package-empty' });
  const sealed = {
    ...session,
    undo: remember(session),
    packages: session.packages.map((each) => (each.no === box.no ? { ...each, state: 'sealed' as const } : each)),
  };
  return ok(
    another && missingPieces(sealed) > 0 ? { ...sealed, packages: [...sealed.packages, newPackage(sealed)] } : sealed,
  );
}

/** Goes back one composing step. A saved package is never undone: that is a correction. */
export function undo(session: Session): Result<Session, Problem> {
  if (session.carrierChoice !== null) return ok({ ...session, carrierChoice: null });
  const previous = session.undo.at(-1);
  if (previous !== undefined) return ok({ ...session, ...previous, undo: session.undo.slice(0, -1) });
  return err(
    session.packages.some((box) => box.state === 'saved') ? { code: 'undo-too-late' } : { code: 'nothing-to-undo' },
  );
}
