import { randomBytes } from 'node:crypto';
import { DAY_MS, SECOND_MS } from '../../../shared/kernel/time.ts';
import { refuse, type Refusal } from './wechat-reply.ts';

type Token = { readonly text: string; readonly appId: string; readonly expiresMs: number };

/** Gives out access tokens by the rules of `stable_token` and says whom a token belongs to. Kept in memory only. */
export type TokenDesk = {
  readonly issue: (appId: string, force: boolean) => IssuedToken | Refusal;
  readonly check: (token: string) => { readonly appId: string } | Refusal;
};
export type IssuedToken = { readonly accessToken: string; readonly expiresInS: number };

/** Old and new token are both good for this long around a renewal. */
const OVERLAP_MS = 300 * SECOND_MS;
const FORCE_SPACING_MS = 30 * SECOND_MS;
const FORCE_PER_DAY = 20;

export function createTokenDesk({ lifeS, now }: { lifeS: number; now: () => number }): TokenDesk {
  const lifeMs = lifeS * SECOND_MS;
  const overlapMs = Math.min(OVERLAP_MS, lifeMs / 4);
  const current = new Map<string, Token>();
  const known = new Map<string, Token>();
  const forced = new Map<string, readonly number[]>();

  const renew = (appId: string): Token => {
    const token = { text: `practice_${randomBytes(96).toString('base64url')}`, appId, expiresMs: now() + lifeMs };
    current.set(appId, token);
    known.set(token.text, token);
    return token;
  };
  const answer = (token: Token): IssuedToken => ({
    accessToken: token.text,
    expiresInS: Math.max(1, Math.floor((token.expiresMs - now()) / SECOND_MS)),
  });
  const force = (appId: string): IssuedToken | Refusal => {
    const today = (forced.get(appId) ?? []).filter((atMs) => atMs > now() - DAY_MS);
    if (now() - (today.at(-1) ?? -Infinity) < FORCE_SPACING_MS)
      return refuse(45011, 'api minute-quota reach limit, force_refresh needs 30 seconds between calls');
    if (today.length >= FORCE_PER_DAY) return refuse(45009, 'reach max api daily quota limit of force_refresh');
    forced.set(appId, [...today, now()]);
    const old = current.get(appId);
    if (old !== undefined) known.delete(old.text);
    return answer(renew(appId));
  };
  return {
    issue: (appId, forceRefresh) => {
      if (forceRefresh) return force(appId);
      const token = current.get(appId);
      const fresh = token !== undefined && token.expiresMs - now() > overlapMs;
      return answer(fresh ? token : renew(appId));
    },
    check: (text) => {
      if (text === '') return refuse(41001, 'access_token missing');
      const token = known.get(text);
      if (token === undefined)
        return refuse(
          40001,
          'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken',
        );
      if (token.expiresMs <= now()) return refuse(42001, 'access_token expired');
      return { appId: token.appId };
    },
  };
}
