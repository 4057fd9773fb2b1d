import { z } from 'zod';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import { SECOND_MS } from '../../../../shared/kernel/time.ts';
import type { Account, ReadResult } from '../platform.ts';
import { jsonBody } from './json-body.ts';
import { post, secretsOf, type PostDeps } from './post.ts';
import type { FetchedToken } from '../http/token-cache.ts';
import { networkOrIpFailure } from '../http/read-failure.ts';
import { answerFailure } from './read-failure.ts';
import { readReply } from './reply.ts';

const TOKEN_TIMEOUT_MS = 10_000;

/** `POST /cgi-bin/stable_token`. */
const TokenReplySchema = z.object({
  access_token: z.string().min(1).max(2048),
  expires_in: z.number().positive().max(1_000_000),
});

/**
 * One call of `POST /cgi-bin/stable_token`. Normal mode hands every desk of a shop the same token with the seconds it has
 * left; a forced one voids the token of all others (RELIABILITY F11).
 */
export async function fetchToken(
  deps: PostDeps & { readonly platform: PlatformId },
  account: Account,
  forced: boolean,
): Promise<ReadResult<FetchedToken>> {
  const body = jsonBody({
    grant_type: 'client_credential',
    appid: appIdOf(account),
    secret: account.credentials['appSecret'] ?? '',
    force_refresh: forced,
  });
  const answer = await post(deps, { account, path: '/cgi-bin/stable_token', body, timeoutMs: TOKEN_TIMEOUT_MS });
  if (!answer.ok) return { ok: false, error: networkOrIpFailure(answer) };
  const reply = readReply(answer.text, secretsOf(account));
  const parsed = TokenReplySchema.safeParse(answer.status === 200 ? reply?.json : undefined);
  if (!parsed.success) return { ok: false, error: answerFailure(deps.platform, answer, reply) };
  const { access_token: token, expires_in: lifeS } = parsed.data;
  deps.log.info('platform.token', { shop: account.shopId, lifeS, forced });
  return { ok: true, value: { token, lifeMs: lifeS * SECOND_MS } };
}

/** The id the credentials belong to. */
export const appIdOf = (account: Account): string => account.credentials['appId'] ?? '';
