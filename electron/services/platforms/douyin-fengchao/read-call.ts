import type { Account, ReadResult } from '../platform.ts';
import { call, type CallDeps } from './call.ts';
import { secretsOf } from './options.ts';
import { networkOrIpFailure } from '../http/read-failure.ts';
import { answerFailure } from './read-failure.ts';
import { readReply, type JsonObject } from './reply.ts';
import type { FormFields } from './sign.ts';

/** An answer with code 0. */
export type ReadAnswer = { readonly json: JsonObject; readonly serverTimeMs: number | null };

/** One read in the name of a shop; `fields` hold everything but the public ones. */
export type ReadCall = (account: Account, path: string, fields: FormFields) => Promise<ReadResult<ReadAnswer>>;

const READ_TIMEOUT_MS = 20_000;

/** Creates the reader. Nothing is repeated: there is no token that could be old. */
export const createReadCall =
  (deps: CallDeps): ReadCall =>
  async (account, path, fields) => {
    const answer = await call(deps, { account, path, fields, timeoutMs: READ_TIMEOUT_MS });
    if (!answer.ok) return { ok: false, error: networkOrIpFailure(answer) };
    const reply = readReply(answer.text, secretsOf(account));
    if (answer.status === 200 && reply?.code === 0)
      return { ok: true, value: { json: reply.json, serverTimeMs: answer.serverTimeMs } };
    const outside = deps.watch.outside(account.baseUrl) !== null;
    return { ok: false, error: answerFailure(answer, reply, outside) };
  };
