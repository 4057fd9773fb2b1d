import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import { gatewayKey } from '../../../../shared/domain/platforms/douyin-fengchao/reply-key.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import type { HttpAnswer, HttpFailure } from '../http/http-call.ts';
import type { SendOutcome } from '../platform.ts';
import { matchItems } from './items.ts';
import { readReply, type DouyinReply } from './reply.ts';
import type { WireEntry } from './wire.ts';

const AMBIGUOUS: ReplyClass = { kind: 'ambiguous' };
const classOf = (key: string): ReplyClass => lookup('douyin-fengchao', key)?.replyClass ?? AMBIGUOUS;

/** One outcome for each asked entry, in the order asked; `foreign` items are nobody's and told to the log. */
export type Classified = { readonly outcomes: readonly SendOutcome[]; readonly foreign: number };

/** What the answer to a shipment of one or many proves (RELIABILITY 3e, P2). Pure: the same answer, the same outcomes. */
export function classify(
  result: HttpAnswer | HttpFailure,
  asked: readonly WireEntry[],
  secrets: readonly string[],
): Classified {
  const forAll = (outcome: SendOutcome): Classified => ({ outcomes: asked.map(() => outcome), foreign: 0 });
  if (!result.ok) return forAll(failed(result));
  const reply = readReply(result.text, secrets);
  if (result.status !== 200) return forAll(refusedByStatus(result, reply));
  if (reply === null || reply.code === null) return forAll(outcomeOf(result, reply, null, AMBIGUOUS));
  if (reply.code !== 0) {
    const key = gatewayKey(reply.words);
    const verdict = key === null ? AMBIGUOUS : classOf(key);
    return forAll(outcomeOf(result, reply, key ?? outerKey(reply.code), verdict));
  }
  const { answers, foreign } = matchItems(asked, reply, secrets);
  const outcomes = answers.map((answer) => {
    if (answer === null) return outcomeOf(result, reply, null, AMBIGUOUS);
    const verdict: ReplyClass = answer.key === '0' ? { kind: 'applied' } : classOf(answer.key);
    return { ...outcomeOf(result, reply, answer.key, verdict), message: answer.message };
  });
  return { outcomes, foreign };
}

/** The gateway's number must not be taken for one of Douyin's. */
export const outerKey = (code: number): string =>
  lookup('douyin-fengchao', String(code)) === null ? String(code) : `gateway:${code}`;

const outcomeOf = (
  result: HttpAnswer,
  reply: DouyinReply | null,
  code: string | null,
  verdict: SendOutcome['verdict'],
): SendOutcome => ({
  phase: 'answered',
  httpStatus: result.status,
  code,
  message: reply?.message || `HTTP ${result.status}`,
  requestId: reply?.traceId ?? '',
  verdict,
  ...(result.retryAfterMs === null ? {} : { retryAfterMs: result.retryAfterMs }),
  bodySha256: result.bodySha256,
});

/** 429 and a bare 403 come from a gate before the interface; any other status leaves everything open. */
function refusedByStatus(result: HttpAnswer, reply: DouyinReply | null): SendOutcome {
  const code = reply?.code === null || reply === null ? null : outerKey(reply.code);
  if (result.status === 429) return outcomeOf(result, reply, 'http-429', classOf('http-429'));
  if (result.status === 403 && code === null) return outcomeOf(result, reply, 'http-403', classOf('http-403'));
  return outcomeOf(result, reply, code, AMBIGUOUS);
}

/** Only a connection that never came about proves that nothing arrived; every other broken call may have been applied. */
const failed = (failure: HttpFailure): SendOutcome => ({
  phase: failure.phase,
  httpStatus: failure.status,
  code: failure.status === 403 ? 'http-403' : null,
  message: failure.message,
  requestId: '',
  verdict:
    failure.phase === 'none'
      ? { kind: 'not-sent', reason: failure.reason }
      : failure.status === 403
        ? classOf('http-403')
        : AMBIGUOUS,
  bodySha256: failure.bodySha256,
  network: failure.reason,
});
