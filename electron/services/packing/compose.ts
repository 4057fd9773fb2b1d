import type { Problem } from '../../../shared/contract/problem.ts';
import type { OrderLine } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { missingOf, missingPieces, openPackage, type PackingPackage, type Session } from './session.ts';

const UNDO_STEPS = 30;

/** Remembers the composition so that the next change can be undone. */
const remember = (session: Session): Session['undo'] =>
  [...session.undo, { packages: session.packages, serialForLine: session.serialForLine }].slice(-UNDO_STEPS);

/** Lines a goods code stands for: by barcode, article number or SKU id, in the order's own sequence. */
export function linesFor(session: Session, code: string): readonly OrderLine[] {
  const wanted = code.toUpperCase();
  return (session.order?.lines ?? []).filter((line) =>
    [line.barcode, line.skuCode, line.skuId].some((value) => value !== '' && value.toUpperCase() === wanted),
  );
}

/** Puts one piece into the open package, opening one where there is none. Refuses surplus and refunded goods. */
export function addPiece(
  session: Session,
  lines: readonly OrderLine[],
): Result<{ session: Session; line: OrderLine }, Problem> {
  const line = lines.find((candidate) => missingOf(session, candidate.lineNo) > 0);
  if (line === undefined) return err(surplusProblem(session, lines));
  const box = openPackage(session) ?? newPackage(session);
  const others = session.packages.filter((candidate) => candidate.no !== box.no);
  const existing = box.items.find((item) => item.lineNo === line.lineNo);
  const item = {
    lineNo: line.lineNo,
    quantity: (existing?.quantity ?? 0) + 1,
    serialNumbers: existing?.serialNumbers ?? [],
  };
  const items = [...box.items.filter((candidate) => candidate.lineNo !== line.lineNo), item];
  return ok({
    line,
    session: {
      ...session,
      undo: remember(session),
      packages: [...others, { ...box, items }].sort((a, b) => a.no - b.no),
      serialForLine: line.needsSerialNumber ? line.lineNo : null,
    },
  });
}

function surplusProblem(session: Session, lines: readonly OrderLine[]): Problem {
  const [line] = lines;
  if (line === undefined) return { code: 'item-not-in-order', text: '', expected: '' };
  const wanted = session.wanted[String(line.lineNo)] ?? 0;
  return wanted === 0 && line.refundedQuantity > 0
    ? { code: 'item-refunded', title: line.title }
    : { code: 'item-surplus', title: line.title, quantity: wanted };
}

const newPackage = (session: Session): PackingPackage => ({
  no: Math.max(0, ...session.packages.map((box) => box.no)) + 1,
  state: 'open',
  items: [],
  carrierName: '',
  waybill: '',
  opId: null,
});

/** Keeps a serial number with the piece it was asked for. */
export function addSerialNumber(session: Session, text: string): Result<Session, Problem> {
  const serialNumber = text.toUpperCase();
  if (!/^[0-9A-Z-]{4,64}$/.test(serialNumber)) return err({ code: 'serial-number-invalid', text: text.slice(0, 100) });
  const known = session.packages.flatMap((box) => box.items.flatMap((item) => item.serialNumbers));
  if (known.includes(serialNumber)) return err({ code: 'serial-number-twice', text: serialNumber });
  const lineNo = session.serialForLine;
  const packages = session.packages.map((box) =>
    box.state !== 'open'
      ? box
      : {
          ...box,
          items: box.items.map((item) =>
            item.lineNo === lineNo ? { ...item, serialNumbers: [...item.serialNumbers, serialNumber] } : item,
          ),
        },
  );
  return ok({ ...session, packages, serialForLine: null });
}

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
