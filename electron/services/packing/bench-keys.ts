import type { z } from 'zod';
import type { packingContract, Verdict } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { carrierByName, unlistedNameMax } from '../../../shared/domain/carriers/unlisted-carrier.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { seal, undo } from './compose.ts';
import type { PackingDeps } from './packing-deps.ts';
import { waybillShape } from './read-code.ts';
import { saveWith } from './scan-flow.ts';
import { emptySession, missingPieces, packageForWaybill, type Session } from './session.ts';

export type BenchAction = z.output<typeof packingContract.act.input>;
type Outcome = Result<{ session: Session; verdict: Verdict }, Problem>;

const moved = (result: Result<Session, Problem>, verdict: Verdict): Outcome =>
  result.ok ? ok({ session: result.value, verdict }) : result;

/** What a key of the bench does. While an error is open only its acknowledgement is accepted. */
export function pressKey(deps: PackingDeps, session: Session, action: BenchAction, operator: string): Outcome {
  if (action.action === 'acknowledge') return ok({ session: { ...session, blocked: null }, verdict: 'acknowledged' });
  if (session.blocked !== null) return err({ code: 'error-open' });
  switch (action.action) {
    case 'new-package':
      return moved(seal(session, true), 'package-opened');
    case 'seal':
      return moved(seal(session, false), 'sealed');
    case 'undo':
      return moved(undo(session), 'undone');
    case 'close-order':
      return session.order === null
        ? err({ code: 'no-order-open' })
        : ok({ session: emptySession(session.recent), verdict: 'order-closed' });
    case 'confirm-none':
      return confirmWithoutCourier(deps, session, operator);
    case 'name-carrier':
      return nameCarrier(deps, session, action.name, operator);
    case 'pick-carrier':
      return pickCarrier(deps, session, action.code, operator);
  }
}

/** Virtual goods and pick-up orders leave without a waybill, as a whole. */
function confirmWithoutCourier(deps: PackingDeps, session: Session, operator: string): Outcome {
  if (session.order === null) return err({ code: 'no-order-open' });
  if (session.order.deliverMethod === 'courier')
    return err({ code: 'compose-refused', rule: 'courier-needed', detail: '' });
  if (packageForWaybill(session) === undefined || missingPieces(session) > 0)
    return err({ code: 'compose-refused', rule: 'whole-order-only', detail: '' });
  return saveWith(deps, session, null, operator);
}

/** A carrier that is not on the list goes by its name, where the platform takes that; the answer is not remembered. */
function nameCarrier(deps: PackingDeps, session: Session, name: string, operator: string): Outcome {
  const { carrierChoice: choice, order } = session;
  if (choice === null || order === null) return err({ code: 'carrier-not-on-list', carrier: name });
  const ways = capabilitiesOf(order.platform);
  const carrier = carrierByName(ways, deps.carrierLists.known(order.shopId), name);
  if (carrier === null) return err({ code: 'carrier-name-invalid', name, most: unlistedNameMax(ways) ?? 0 });
  return saveWith(deps, session, { carrier, waybill: choice.waybill }, operator);
}

/** Takes the packer's answer and remembers it for waybills of the same shape in this shop. */
function pickCarrier(deps: PackingDeps, session: Session, code: string, operator: string): Outcome {
  const { carrierChoice: choice, order } = session;
  if (choice === null || order === null) return err({ code: 'carrier-not-on-list', carrier: code });
  const carrier = deps.carrierLists.known(order.shopId).find((candidate) => candidate.code === code);
  if (carrier === undefined) return err({ code: 'carrier-not-on-list', carrier: code });
  const saved = saveWith(deps, session, { carrier, waybill: choice.waybill }, operator);
  if (saved.ok) deps.carriers.remember(order.shopId, waybillShape(choice.waybill), code);
  return saved;
}
