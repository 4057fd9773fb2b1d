import { planOf, type Applies } from './fault.ts';
import { FAULT_REPLIES } from './fault-replies.ts';
import type { Reply } from '../core/reply.ts';
import { sendReply } from '../core/send-reply.ts';
import type { FaultPlay } from './spoilt-call.ts';

/** Spoils one call as its fault says. The request still takes effect when the caller has hung up meanwhile. */
export async function playFault(play: FaultPlay): Promise<void> {
  const { fault } = play;
  const plan = planOf(fault.mode);
  const applies: Applies = fault.applies ?? plan.applies;
  if (plan.waitBeforeMs !== undefined) await wait(play, fault.delayMs ?? plan.waitBeforeMs);
  const trueReply = applies === 'now' ? play.apply() : undefined;
  if (applies === 'late') play.later(fault.delayMs ?? DEFAULT_LATENESS_MS, () => void play.apply());
  if (plan.waitAfterMs !== undefined) await wait(play, fault.delayMs ?? plan.waitAfterMs);
  const shown =
    plan.reply === 'code' ? codeReply(play) : (trueReply ?? play.platform.answerCode(0, undefined, play.call));
  if (plan.reply === 'true' || plan.reply === 'code') {
    play.onAnswer(shown.status, shown.code);
    sendReply(play.response, shown);
    return;
  }
  FAULT_REPLIES[plan.reply]({ play, shown });
}

const DEFAULT_LATENESS_MS = 1000;

/** Never ends once the server stops: what was to come after it then does not happen. */
const wait = ({ later }: FaultPlay, delayMs: number): Promise<void> =>
  new Promise((resolve) => later(delayMs, resolve));

function codeReply({ fault, platform, call }: FaultPlay): Reply {
  if (fault.mode === 'busy') return platform.answerCode(fault.code ?? platform.busyCode, fault.message, call);
  return platform.answerCode(fault.code ?? -1, fault.message, call);
}
