import { isImei } from '../../../shared/domain/ident-code.ts';
import { undo } from './compose.ts';
import { codesOf } from './ident-codes.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { missingPieces, openPackage, packageForWaybill, type Session } from './session.ts';
import { takeWaybill } from './take-waybill.ts';

/**
 * The number that was just taken for an IMEI, or refused as a misread one, while a package waits for its waybill: it may
 * be that waybill. Null where nothing is in question.
 */
export function numberInQuestion(session: Session): string | null {
  const { order, blocked, last, serialForLine } = session;
  if (order?.deliverMethod !== 'courier' || serialForLine !== null || missingPieces(session) > 0) return null;
  if (packageForWaybill(session) === undefined) return null;
  if (blocked !== null) return blocked.problem.code === 'imei-misread' ? blocked.problem.text : null;
  const piece = openPackage(session)?.items.at(-1)?.serialNumbers.at(-1);
  const taken = last?.took === 'serial' && isImei(last.text) && piece !== undefined;
  return taken && codesOf(piece).at(-1) === last.text && piece.serialNumber !== last.text ? last.text : null;
}

/** It is the waybill: the IMEI's place is free again, and the package gets its waybill. */
export function takeAsWaybill(deps: PackingDeps, session: Session, { operator }: Who): Outcome {
  const code = numberInQuestion(session);
  if (code === null) return { ok: true, value: { session, verdict: 'not-now' } };
  const freed = session.blocked === null ? undo(session) : { ok: true as const, value: session };
  if (!freed.ok) return freed;
  return takeWaybill(deps, { ...freed.value, blocked: null }, { code, symbology: null }, operator).result;
}
