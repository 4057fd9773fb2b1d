import type { z } from 'zod';
import type { BenchQuestion, packingContract, Verdict } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { carrierByName, unlistedNameMax } from '../../../shared/domain/carriers/unlisted-carrier.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { type CommandId, type CommandSituation, isAllowed } from '../../../shared/domain/commands/command-list.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { answerQuestion } from './bench-answers.ts';
import { askToClose, askWhyHeld } from './bench-question.ts';
import { seal, undo } from './compose.ts';
import { endBatch, startBatch } from './batch.ts';
import { numberInQuestion, takeAsWaybill } from './number-in-question.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { stepOf } from './packing-view.ts';
import { waybillShape } from './read-code.ts';
import { mayPackRest, packRest } from './rearrange.ts';
import {
  emptySession,
  missingPieces,
  NOTHING_PARKED,
  packageForWaybill,
  type Session,
  unsavedPieces,
} from './session.ts';
import { acknowledgeStop } from './stop-watch.ts';
import { saveWith } from './take-waybill.ts';
import { excusePhoto, photoMissed, photoMode, photoTaken } from './photograph.ts';
import { weigh } from './weigh.ts';

export type BenchAction = z.output<typeof packingContract.act.input>;

const moved = (result: Result<Session, Problem>, verdict: Verdict): Outcome =>
  result.ok ? ok({ session: result.value, verdict }) : result;

/** What a key of the bench does. While an error is open only its acknowledgement is accepted. */
export async function pressKey(deps: PackingDeps, session: Session, action: BenchAction, who: Who): Promise<Outcome> {
  switch (action.action) {
    case 'answer':
      return session.blocked === null ? answerQuestion(deps, session, action, who) : err({ code: 'error-open' });
    case 'pick-carrier':
      return session.blocked === null ? pickCarrier(deps, session, action.code, who) : err({ code: 'error-open' });
    case 'name-carrier':
      return session.blocked === null ? nameCarrier(deps, session, action.name, who) : err({ code: 'error-open' });
    case 'close-order':
    case 'confirm-none':
      if (session.blocked !== null) return err({ code: 'error-open' });
      return action.action === 'close-order' ? closeOrder(session) : confirmWithoutCourier(deps, session, who);
    case 'photo-taken':
      return photoTaken(deps, session, action, who);
    case 'photo-missed':
      return photoMissed(deps, session, action);
    case 'excuse-photo':
      return excusePhoto(session);
    case 'quantity':
      return runCommand(deps, session, { id: 'quantity', quantity: action.quantity }, who);
    case 'weigh':
      return runCommand(deps, session, { id: 'weigh', grams: action.grams }, who);
    default:
      return runCommand(deps, session, { id: action.action }, who);
  }
}

/** A command as a key, a button or a barcode gives it. */
export type GivenCommand = { readonly id: CommandId; readonly quantity?: number; readonly grams?: number };

/** Runs one command where it means something now; elsewhere it changes nothing and says so. */
export async function runCommand(
  deps: PackingDeps,
  session: Session,
  command: GivenCommand,
  who: Who,
): Promise<Outcome> {
  if (command.id === 'acknowledge' && (session.blocked !== null || session.question?.kind !== 'close-order'))
    return acknowledgeStop(deps, session, who);
  if (!isAllowed(command.id, situationOf(session, deps.extras)))
    return session.blocked === null ? ok({ session, verdict: 'not-now' }) : err({ code: 'error-open' });
  switch (command.id) {
    case 'acknowledge':
      return answerQuestion(deps, session, { option: 'close' }, who);
    case 'confirm':
      return session.question === null
        ? confirmWithoutCourier(deps, session, who)
        : answerQuestion(deps, session, { option: session.question.options[0]?.id ?? '' }, who);
    case 'new-package':
      return moved(seal(session, true), 'package-opened');
    case 'seal':
      return moved(seal(session, false), 'sealed');
    case 'rest':
      return mayPackRest(session, who.role, deps.restLimit())
        ? moved(packRest(session), 'rest-packed')
        : err({ code: 'not-allowed', role: 'supervisor' });
    case 'move':
      return ok({ session: { ...session, moving: true }, verdict: 'move-ready' });
    case 'quantity':
      return command.quantity === undefined
        ? ok({ session, verdict: 'quantity-asked' })
        : ok({ session: { ...session, quantity: command.quantity }, verdict: 'quantity-set' });
    case 'undo':
      return moved(undo(session), 'undone');
    case 'hold':
      return session.question === null
        ? ok({ session: { ...session, question: askWhyHeld(session) }, verdict: 'asked' })
        : answerQuestion(deps, session, { option: 'later' }, who);
    case 'cancel':
      return cancel(deps, session, who);
    case 'next':
      return nextOrder(session);
    case 'batch':
      return session.batch === null ? startBatch(deps, session) : endBatch(session);
    case 'weigh':
      return command.grams === undefined
        ? ok({ session, verdict: 'weight-asked' })
        : moved(weigh(deps, session, command.grams), 'weighed');
    case 'as-waybill':
      return takeAsWaybill(deps, session, who);
    case 'photo':
    case 'repeat':
      return ok({ session, verdict: command.id === 'photo' ? 'photo-asked' : 'repeated' });
    case 'hand-over':
    case 'shift':
    case 'way-out':
    case 'type':
    case 'help':
      return ok({ session, verdict: 'not-now' });
  }
}

/** What decides which commands mean something now. */
const situationOf = (session: Session, extras: PackingDeps['extras']): CommandSituation => ({
  step: stepOf(session),
  stopped: session.blocked !== null,
  question: session.question?.kind ?? null,
  order: session.order !== null,
  unsavedPieces: unsavedPieces(session),
  weighs: session.order !== null && extras.wanted(session.order.shopId).weigh !== 'off',
  photographs: session.order !== null && photoMode({ extras }, session.order) !== 'off',
  lacksPhoto: session.blocked?.problem.code === 'photo-missing',
  offer: session.blocked?.offer !== undefined,
  maybeWaybill: numberInQuestion(session) !== null,
  pending:
    session.batch !== null ||
    session.quantity !== null ||
    session.moving ||
    session.parked.item !== null ||
    session.parked.waybill !== null,
});

/** One step back: out of a question, of what was scanned ahead, of a choice, of the order; goods in boxes are asked about. */
async function cancel(deps: PackingDeps, session: Session, who: Who): Promise<Outcome> {
  if (session.question !== null) return leaveQuestion(deps, session, session.question, who);
  if (session.batch !== null) return endBatch(session);
  const { quantity, moving, parked, carrierChoice } = session;
  if (quantity !== null || moving)
    return ok({ session: { ...session, quantity: null, moving: false }, verdict: 'cancelled' });
  if (carrierChoice !== null) return moved(undo(session), 'undone');
  if (parked.item !== null || parked.waybill !== null)
    return ok({ session: { ...session, parked: NOTHING_PARKED }, verdict: 'cancelled' });
  return unsavedPieces(session) > 0
    ? ok({ session: { ...session, question: askToClose(session) }, verdict: 'asked' })
    : closeOrder(session);
}

/** Most questions end with the answer that changes nothing; a reason for putting the order aside is simply not given. */
const leaveQuestion = async (
  deps: PackingDeps,
  session: Session,
  { kind, options }: BenchQuestion,
  who: Who,
): Promise<Outcome> =>
  kind === 'hold-reason'
    ? ok({ session: { ...session, question: null }, verdict: 'cancelled' })
    : answerQuestion(deps, session, { option: options.at(-1)?.id ?? '' }, who);

const closeOrder = (session: Session): Outcome =>
  session.order === null
    ? err({ code: 'no-order-open' })
    : ok({ session: emptySession(session.recent), verdict: 'order-closed' });

/** Ready for the next order; goods that would leave their boxes are asked about. */
const nextOrder = (session: Session): Outcome =>
  unsavedPieces(session) > 0
    ? ok({ session: { ...session, question: askToClose(session) }, verdict: 'asked' })
    : ok({
        session: { ...emptySession(session.recent), parked: session.parked, batch: session.batch },
        verdict: 'ready',
      });

/** Virtual goods and pick-up orders leave without a waybill, as a whole. */
function confirmWithoutCourier(deps: PackingDeps, session: Session, who: Who): Outcome {
  if (session.order === null) return err({ code: 'no-order-open' });
  if (session.order.deliverMethod === 'courier')
    return err({ code: 'compose-refused', rule: 'courier-needed', detail: '' });
  if (packageForWaybill(session) === undefined || missingPieces(session) > 0)
    return err({ code: 'compose-refused', rule: 'whole-order-only', detail: '' });
  return saveWith(deps, session, null, who.operator);
}

/** A carrier that is not on the list goes by its name, where the platform takes that; the answer is not remembered. */
function nameCarrier(deps: PackingDeps, session: Session, name: string, who: Who): Outcome {
  const { carrierChoice: choice, order } = session;
  if (choice === null || order === null) return err({ code: 'carrier-not-on-list', carrier: name });
  const ways = capabilitiesOf(order.platform);
  const carrier = carrierByName(ways, deps.carrierLists.known(order.shopId), name);
  if (carrier === null) return err({ code: 'carrier-name-invalid', name, most: unlistedNameMax(ways) ?? 0 });
  return saveWith(deps, session, { carrier, waybill: choice.waybill }, who.operator);
}

/** Takes the packer's answer and remembers it for waybills of the same shape in this shop. */
function pickCarrier(deps: PackingDeps, session: Session, code: string, who: Who): Outcome {
  const { carrierChoice: choice, order } = session;
  if (choice === null || order === null) return err({ code: 'carrier-not-on-list', carrier: code });
  const carrier = deps.carrierLists.known(order.shopId).find((candidate) => candidate.code === code);
  if (carrier === undefined) return err({ code: 'carrier-not-on-list', carrier: code });
  const saved = saveWith(deps, session, { carrier, waybill: choice.waybill }, who.operator);
  if (saved.ok) deps.carriers.remember(order.shopId, waybillShape(choice.waybill), code);
  return saved;
}
