import type { Problem } from '../../../shared/contract/problem.ts';
import type { OrderLine } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { newPackage, putInto, remember } from './compose.ts';
import { CHANGED, missingOf, missingPieces, openPackage, type PackingPackage, type Session } from './session.ts';

/** Everything still missing into the open package at once. Goods with serial numbers are scanned one by one. */
export function packRest(session: Session): Result<Session, Problem> {
  const { order } = session;
  if (order === null) return err({ code: 'no-order-open' });
  const missing = order.lines.filter((line) => missingOf(session, line.lineNo) > 0);
  const serial = missing.find((line) => line.needsSerialNumber);
  if (serial !== undefined) return err({ code: 'rest-needs-scanning', title: serial.title });
  let next: Session = { ...session, undo: remember(session) };
  for (const { lineNo } of missing)
    next = putInto(next, openPackage(next) ?? newPackage(next), lineNo, missingOf(next, lineNo));
  return ok(next);
}

/**
 * Pieces of goods from another unsaved package into the open one. Where they lie in the open package itself, it is sealed
 * and a new one takes them. A package left empty goes away.
 */
export function movePieces(session: Session, lines: readonly OrderLine[], count: number): Result<Session, Problem> {
  const holder = (box: PackingPackage) => box.items.find((item) => lines.some((line) => line.lineNo === item.lineNo));
  const unsaved = session.packages.filter((box) => box.state !== 'saved' && holder(box) !== undefined);
  const open = openPackage(session);
  const source = unsaved.findLast((box) => box.no !== open?.no) ?? unsaved[0];
  const item = source === undefined ? undefined : holder(source);
  const title = lines[0]?.title ?? '';
  if (source === undefined || item === undefined) return err({ code: 'nothing-to-move', title });
  if (count > item.quantity) return err({ code: 'quantity-over', title, quantity: count, missing: item.quantity });
  const stays = item.serialNumbers.slice(0, Math.max(0, item.serialNumbers.length - count));
  const taken = item.serialNumbers.slice(stays.length);
  const rest = { ...item, quantity: item.quantity - count, serialNumbers: stays };
  const emptied = source.items.flatMap((each) => (each !== item ? [each] : rest.quantity > 0 ? [rest] : []));
  const fromOpen = source.no === open?.no;
  const packages = session.packages.flatMap((box) =>
    box.no !== source.no
      ? [box]
      : emptied.length === 0
        ? []
        : [{ ...box, items: emptied, ...CHANGED, state: fromOpen ? ('sealed' as const) : box.state }],
  );
  const without: Session = { ...session, undo: remember(session), packages };
  return ok(putInto(without, openPackage(without) ?? newPackage(session), item.lineNo, count, taken));
}

/** Whether a person may pack the rest without scanning it: `limit` pieces for everybody, any number for a lead. */
export const mayPackRest = (session: Session, role: string, limit: number): boolean =>
  role !== 'packer' || missingPieces(session) <= limit;
