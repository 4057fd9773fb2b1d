import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import type { HttpAnswer, HttpFailure } from '../http/http-call.ts';
import type { SendOutcome } from '../platform.ts';
import { readReply, type WechatReply } from './reply.ts';

const AMBIGUOUS: ReplyClass = { kind: 'ambiguous' };

type ClassOf = (code: string) => ReplyClass;

/** What the answer to a mutation proves (RELIABILITY 3e). Pure: the same answer always gives the same outcome. */
export function classify(
  platform: PlatformId,
  result: HttpAnswer | HttpFailure,
  secrets: readonly string[],
): SendOutcome {
  const classOf: ClassOf = (code) => lookup(platform, code)?.replyClass ?? AMBIGUOUS;
  if (!result.ok) return classifyFailure(classOf, result);
  const reply = readReply(result.text, secrets);
  const { code, verdict } = judge(classOf, result.status, reply);
  return {
    phase: 'answered',
    httpStatus: result.status,
    code,
    message: reply === null ? `HTTP ${result.status}` : reply.message,
    requestId: reply?.rid ?? '',
    verdict,
    ...(result.retryAfterMs === null ? {} : { retryAfterMs: result.retryAfterMs }),
    bodySha256: result.bodySha256,
  };
}

/** Only a connection that never came about proves that nothing arrived; every other broken call may have been applied. */
function classifyFailure(classOf: ClassOf, failure: HttpFailure): SendOutcome {
  const refusedAddress = failure.status === 403;
  return {
    phase: failure.phase,
    httpStatus: failure.status,
    code: refusedAddress ? 'http-403' : null,
    message: failure.message,
    requestId: '',
    verdict:
      failure.phase === 'none'
        ? { kind: 'not-sent', reason: failure.reason }
        : refusedAddress
          ? classOf('http-403')
          : AMBIGUOUS,
    bodySha256: failure.bodySha256,
    network: failure.reason,
  };
}

function judge(
  classOf: ClassOf,
  status: number,
  reply: WechatReply | null,
): { code: string | null; verdict: ReplyClass } {
  const code = reply?.errcode === null || reply === null ? null : String(reply.errcode);
  if (status === 200) {
    if (code === null) return { code, verdict: AMBIGUOUS };
    return { code, verdict: reply?.errcode === 0 ? { kind: 'applied' } : classOf(code) };
  }
  if (status === 429) return { code: code ?? 'http-429', verdict: classOf('http-429') };
  // A gate answers 403 before the interface sees the call; with a code it says which gate, without one it is the IP list.
  if (status === 403 && code === null) return { code: 'http-403', verdict: classOf('http-403') };
  const gate = status === 403 && code !== null ? classOf(code) : AMBIGUOUS;
  return { code, verdict: gate.kind === 'account' ? gate : AMBIGUOUS };
}
