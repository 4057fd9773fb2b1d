import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import { kindOfClass } from '../http/read-failure.ts';
import type { ReadFailure } from '../platform.ts';
import { messageOf } from './classify.ts';
import type { VvReply } from './reply.ts';

/** A read that was answered with something other than what was asked for. `reply` is null where it is not JSON. */
export function answerFailure({ status }: HttpAnswer, reply: VvReply | null): ReadFailure {
  const facts = {
    httpStatus: status,
    code: reply?.key ?? null,
    message: messageOf(status, reply),
    requestId: '',
    ...(reply === null || reply.link === '' ? {} : { link: reply.link }),
  };
  if (status === 429) return { ...facts, kind: 'busy', code: facts.code ?? 'http-429' };
  if (status >= 500) return { ...facts, kind: 'busy' };
  if (facts.code === null || facts.code === '0') return { ...facts, kind: 'bad-answer' };
  if (status !== 200 && String(status) !== facts.code) return { ...facts, kind: 'bad-answer' };
  return { ...facts, ...kindOf(facts.code) };
}

/** Texts with which Taobao says that it has no such trade. */
const NOT_FOUND: ReadonlySet<string> = new Set(['614:order-missing', '614:order-not-found', '614:trade-not-found']);

const kindOf = (key: string): Pick<ReadFailure, 'kind' | 'cause'> =>
  NOT_FOUND.has(key) ? { kind: 'not-found' } : kindOfClass(lookup('vv-tool', key)?.replyClass);
