import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { Account, ReadResult } from '../platform.ts';
import { call, type CallDeps } from './call.ts';
import { noteCharge } from './charge.ts';
import type { FormFields } from './form.ts';
import { secretsOf } from './options.ts';
import { networkFailure } from '../http/read-failure.ts';
import { answerFailure } from './read-failure.ts';
import { readReply, type VvReply } from './reply.ts';
import type { TokenSource } from './token.ts';

/** An answer with code 0. */
export type ReadAnswer = Pick<VvReply, 'json' | 'link'> & { readonly serverTimeMs: number | null };

/** One read in the name of a shop; `fields` hold everything but the token. */
export type ReadCall = (account: Account, path: string, fields: FormFields) => Promise<ReadResult<ReadAnswer>>;

const READ_TIMEOUT_MS = 20_000;

/** Creates the reader. On a refused token it renews once and asks once more; nothing else is repeated. */
export function createReadCall(deps: CallDeps & { readonly tokens: TokenSource }): ReadCall {
  const { tokens } = deps;
  return async (account, path, fields) => {
    const ask = async (token: string): Promise<Asked> => {
      const answer = await call(deps, { account, path, fields, token, timeoutMs: READ_TIMEOUT_MS });
      if (!answer.ok) return { staleToken: false, result: { ok: false, error: networkFailure(answer) } };
      const reply = readReply(answer.text, secretsOf(account, token));
      noteCharge(deps, { shopId: account.shopId, path, fields, points: reply?.charge ?? null });
      return judge(answer, reply);
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

function judge(answer: HttpAnswer, reply: VvReply | null): Asked {
  const { serverTimeMs, status } = answer;
  if (status === 200 && reply?.code === 0)
    return { staleToken: false, result: { ok: true, value: { json: reply.json, link: reply.link, serverTimeMs } } };
  const error = answerFailure(answer, reply);
  const staleToken = error.kind === 'account' && lookup('vv-tool', error.code ?? '')?.replyClass.kind === 'token';
  return { staleToken, result: { ok: false, error } };
}
