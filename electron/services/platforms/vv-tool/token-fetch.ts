import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import { DAY_MS, SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { HttpAnswer } from '../http/http-call.ts';
import type { Account, ReadFailure, ReadResult } from '../platform.ts';
import { call, type CallDeps } from './call.ts';
import type { FormFields } from './form.ts';
import { secretsOf } from './options.ts';
import type { FetchedToken } from '../http/token-cache.ts';
import { networkFailure } from '../http/read-failure.ts';
import { answerFailure } from './read-failure.ts';
import { readReply, type VvReply } from './reply.ts';
import { TokenReplySchema } from './schema.ts';

/** The document's new address first; an older server knows only the second. */
const PATHS = ['/api/proxy/oauth/token', '/oauth/token'] as const;
const TOKEN_TIMEOUT_MS = 10_000;
/** Where the answer names no life, a token is used for a day; a refusal renews it sooner. */
const UNNAMED_LIFE_MS = DAY_MS;

/** Fetches a token for account and access key. Every new token voids the one before, for every machine that uses it. */
export async function fetchToken(deps: CallDeps, account: Account): Promise<ReadResult<FetchedToken>> {
  let failure: ReadFailure | null = null;
  for (const path of PATHS) {
    const answer = await call(deps, {
      account,
      path,
      fields: fieldsOf(account),
      token: '',
      timeoutMs: TOKEN_TIMEOUT_MS,
    });
    if (!answer.ok) return { ok: false, error: networkFailure(answer) };
    const reply = readReply(answer.text, secretsOf(account));
    const fetched = answer.status === 200 ? tokenOf(reply) : null;
    if (fetched !== null) {
      deps.log.info('platform.token', { shop: account.shopId, lifeS: fetched.lifeMs / SECOND_MS });
      return { ok: true, value: fetched };
    }
    failure = tokenFailure(answer, reply);
    const wrongAddress = answer.status === 404 || reply?.code === 404;
    if (!wrongAddress) return { ok: false, error: failure };
  }
  if (failure === null) throw new Error('No token address was tried');
  return { ok: false, error: failure };
}

const fieldsOf = ({ credentials }: Account): FormFields => [
  ['grant_type', 'client_credentials'],
  ['client_id', credentials['account'] ?? ''],
  ['client_secret', credentials['accessKey'] ?? ''],
];

function tokenOf(reply: VvReply | null): FetchedToken | null {
  const parsed = TokenReplySchema.safeParse(reply?.json);
  if (!parsed.success) return null;
  const { access_token: token, expires_in: lifeS } = parsed.data.data ?? parsed.data;
  if (token === undefined || (reply?.code ?? 0) !== 0) return null;
  return { token, lifeMs: lifeS === undefined ? UNNAMED_LIFE_MS : lifeS * SECOND_MS };
}

/** A clear "no" of the token address means the credentials; trouble and money keep their own names. */
function tokenFailure(answer: HttpAnswer, reply: VvReply | null): ReadFailure {
  const failure = answerFailure(answer, reply);
  const refusesUs = answer.status === 400 || answer.status === 401 || reply?.json['error'] !== undefined;
  const known = lookup('vv-tool', failure.code ?? '')?.replyClass.kind;
  const codeRefuses = failure.kind === 'refused' && known !== undefined && failure.code !== '404';
  if (reply === null || (!refusesUs && !codeRefuses)) return failure;
  return { ...failure, kind: 'account', cause: 'credentials' };
}
