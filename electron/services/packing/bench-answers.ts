import { HoldReasonSchema } from '../../../shared/domain/problem-shelf.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { addPieces } from './compose.ts';
import { askWhichGoods } from './bench-question.ts';
import type { Outcome, PackingDeps, Who } from './packing-deps.ts';
import { holdOrder } from './hold-order.ts';
import { itemVerdict, openScanned, parkWaybill } from './scan-flow.ts';
import { emptySession, packageForWaybill, type Session } from './session.ts';
import { takeWaybill } from './take-waybill.ts';

/** What the packer answered; `text` is what was written beside a reason. */
export type BenchAnswer = { readonly option: string; readonly text?: string | undefined };

/** What an answer to the open question leads to. An answer the question does not offer changes nothing. */
export async function answerQuestion(
  deps: PackingDeps,
  asked: Session,
  answer: BenchAnswer,
  who: Who,
): Promise<Outcome> {
  const { option, text = '' } = answer;
  const { question } = asked;
  if (question === null || !question.options.some(({ id }) => id === option))
    return ok({ session: asked, verdict: 'not-now' });
  const session = { ...asked, question: null };
  switch (question.kind) {
    case 'close-order':
      if (option === 'hold') return holdOrder(deps, session, who, { reason: 'later' });
      return option === 'close'
        ? ok({ session: emptySession(session.recent), verdict: 'order-closed' })
        : ok({ session, verdict: 'cancelled' });
    case 'hold-reason':
      return holdOrder(deps, session, who, { reason: HoldReasonSchema.catch('other').parse(option), note: text });
    case 'second-order':
      return option === 'hold' ? holdAndOpen(deps, session, question.text, who) : ok({ session, verdict: 'cancelled' });
    case 'open-for-item':
      return answerItem(deps, session, {
        ...{ code: question.text, option, who },
        orderId: question.options[0]?.about ?? '',
      });
    case 'unknown-code':
      return answerUnknown(deps, session, { code: question.text, option }, who);
    case 'which-goods':
      return answerGoods(deps, session, { code: question.text, option }, who);
  }
}

type Answered = { readonly code: string; readonly option: string };

function holdAndOpen(deps: PackingDeps, session: Session, orderId: string, who: Who): Outcome {
  const held = holdOrder(deps, session, who, { reason: 'later' });
  const order = deps.orders.findByCode(orderId);
  if (!held.ok || order === null) return held;
  const opened = openScanned(deps, held.value.session, order, who);
  return opened.ok ? opened : ok({ ...held.value, refusal: opened.error });
}

function answerItem(
  deps: PackingDeps,
  session: Session,
  { code, option, orderId, who }: Answered & { readonly orderId: string; readonly who: Who },
): Outcome {
  if (option === 'park')
    return ok({ session: { ...session, parked: { ...session.parked, item: code } }, verdict: 'item-parked' });
  const order = option === 'open' ? deps.orders.findByCode(orderId) : null;
  if (order === null) return ok({ session, verdict: 'cancelled' });
  return openScanned(deps, { ...session, parked: { ...session.parked, item: code } }, order, who);
}

async function answerUnknown(deps: PackingDeps, session: Session, answered: Answered, who: Who): Promise<Outcome> {
  const { code, option } = answered;
  const orderId = session.order?.orderId ?? '';
  if (option === 'goods')
    return who.role === 'packer'
      ? err({ code: 'not-allowed', role: 'supervisor' })
      : ok({ session: { ...session, question: askWhichGoods(session, code) }, verdict: 'asked' });
  deps.memory.noteUnknown(
    { text: code, orderId, operator: who.operator, outcome: option === 'waybill' ? 'waybill' : 'ignored' },
    deps.clock.now(),
  );
  if (option === 'ignore')
    return ok({ session: { ...session, ignored: [...session.ignored, code].slice(-50) }, verdict: 'code-ignored' });
  return packageForWaybill(session) === undefined
    ? parkWaybill(deps, session, code)
    : takeWaybill(deps, session, { code, symbology: null }, who.operator).result;
}

/** A lead says which goods the code stands for: counted now, and known from now on, with as many pieces as were given before. */
function answerGoods(deps: PackingDeps, session: Session, { code, option }: Answered, who: Who): Outcome {
  const { order } = session;
  const line = order?.lines.find(({ lineNo }) => option === `line-${lineNo}`);
  const nowMs = deps.clock.now();
  if (order === null || line === undefined) {
    deps.memory.noteUnknown(
      { text: code, orderId: order?.orderId ?? '', operator: who.operator, outcome: 'ignored' },
      nowMs,
    );
    return ok({ session: { ...session, ignored: [...session.ignored, code].slice(-50) }, verdict: 'code-ignored' });
  }
  if (who.role === 'packer') return err({ code: 'not-allowed', role: 'supervisor' });
  const pieces = session.quantity ?? 1;
  const added = addPieces(session, [line], pieces);
  if (!added.ok) return added;
  deps.memory.teach(order, line, { code, pieces, operator: who.operator }, nowMs);
  deps.memory.noteUnknown({ text: code, orderId: order.orderId, operator: who.operator, outcome: 'goods' }, nowMs);
  return ok({
    session: { ...added.value.session, quantity: null },
    verdict: itemVerdict(added.value.session, line.lineNo),
  });
}
