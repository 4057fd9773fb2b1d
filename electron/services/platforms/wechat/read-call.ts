import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { Account, ReadResult } from '../platform.ts';
import { jsonBody, type WireJson } from './json-body.ts';
import { post, secretsOf, type PostDeps } from './post.ts';
import { networkOrIpFailure } from '../http/read-failure.ts';
import { answerFailure } from './read-failure.ts';
import { readReply, type WechatReply } from './reply.ts';
import type { TokenSource } from './token.ts';

/** An answer with code 0. */
export type ReadAnswer = { readonly json: WechatReply['json']; readonly serverTimeMs: number | null };

/** One read in the name of a shop. `timeoutMs` shortens the usual limit. */
export type ReadCall = (
  account: Account,
  path: string,
  body: WireJson,
  timeoutMs?: number,
) => Promise<ReadResult<ReadAnswer>>;

const READ_TIMEOUT_MS = 20_000;

/** Creates the reader. On a refused token it renews once and asks once more; nothing else is repeated. */
export function createReadCall(
  deps: PostDeps & { readonly tokens: TokenSource; readonly platform: PlatformId },
): ReadCall {
  const { tokens, platform } = deps;
  return async (account, path, body, timeoutMs = READ_TIMEOUT_MS) => {
    const bytes = jsonBody(body);
    const ask = async (token: string): Promise<Asked> => {
      const answer = await post(deps, { account, path, query: { access_token: token }, body: bytes, timeoutMs });
      return answer.ok
        ? judge(platform, answer, readReply(answer.text, secretsOf(account, token)))
        : { staleToken: false, result: { ok: false, error: networkOrIpFailure(answer) } };
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

function judge(platform: PlatformId, answer: HttpAnswer, reply: WechatReply | null): Asked {
  const { serverTimeMs, status } = answer;
  if (status === 200 && reply?.errcode === 0)
    return { staleToken: false, result: { ok: true, value: { json: reply.json, serverTimeMs } } };
  const error = answerFailure(platform, answer, reply);
  const staleToken = lookup(platform, error.code ?? '')?.replyClass.kind === 'token';
  return { staleToken, result: { ok: false, error } };
}
