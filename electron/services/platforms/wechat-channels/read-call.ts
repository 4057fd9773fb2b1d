import type { ExactJson } from '../../../../shared/kernel/json.ts';
import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { Account, ReadResult } from '../platform.ts';
import { jsonBody, post, secretsOf, type PostDeps } from './post.ts';
import { answerFailure, networkFailure } from './read-failure.ts';
import { readReply, type WechatReply } from './reply.ts';
import type { TokenSource } from './token.ts';

/** An answer with code 0. */
export type ReadAnswer = { readonly json: WechatReply['json']; readonly serverTimeMs: number | null };

/** One read in the name of a shop. */
export type ReadCall = (account: Account, path: string, body: ExactJson) => Promise<ReadResult<ReadAnswer>>;

const READ_TIMEOUT_MS = 20_000;

/** Creates the reader. On a refused token it renews once and asks once more; nothing else is repeated. */
export function createReadCall(deps: PostDeps & { readonly tokens: TokenSource }): ReadCall {
  const { tokens } = deps;
  return async (account, path, body) => {
    const ask = async (token: string): Promise<Asked> => {
      const call = { account, path, query: { access_token: token }, body: jsonBody(body), timeoutMs: READ_TIMEOUT_MS };
      const answer = await post(deps, call);
      return answer.ok
        ? judge(answer, readReply(answer.text, secretsOf(account, token)))
        : { staleToken: false, result: { ok: false, error: networkFailure(answer) } };
    };
    const token = await tokens.get(account);
    if (!token.ok) return token;
    const first = await ask(token.value);
    if (!first.staleToken) return first.result;
    const fresh = await tokens.replace(account, token.value);
    return fresh.ok ? (await ask(fresh.value)).result : fresh;
  };
}

type Asked = { readonly staleToken: boolean; readonly result: ReadResult<ReadAnswer> };

function judge(answer: HttpAnswer, reply: WechatReply | null): Asked {
  const { serverTimeMs, status } = answer;
  if (status === 200 && reply?.errcode === 0)
    return { staleToken: false, result: { ok: true, value: { json: reply.json, serverTimeMs } } };
  const error = answerFailure(answer, reply);
  const staleToken = lookup('wechat-channels', error.code ?? '')?.replyClass.kind === 'token';
  return { staleToken, result: { ok: false, error } };
}

/** The failure for an answer that says it succeeded and lacks what was asked for. */
export const incomplete = (what: string): { readonly ok: false; readonly error: ReadFailureOf } => ({
  ok: false,
  error: { kind: 'bad-answer', httpStatus: 200, code: '0', message: `unexpected answer: ${what}`, requestId: '' },
});
type ReadFailureOf = Extract<ReadResult<never>, { ok: false }>['error'];
