import { randomBytes } from 'node:crypto';
import { SECOND_MS } from '../../../shared/kernel/time.ts';

/** Tokens of the one practice account: a new one voids the one before, as the aggregator's help page says. */
export type VvTokenDesk = {
  readonly issue: () => { readonly accessToken: string; readonly expiresInS: number };
  readonly isGood: (token: string) => boolean;
};

/** A token that is always good, for shops that paste one instead of account and access key. */
export const PASTED_TOKEN = 'example-token-practice-taobao';

export function createVvTokenDesk({ lifeS, now }: { lifeS: number; now: () => number }): VvTokenDesk {
  let current = { text: '', expiresMs: 0 };
  return {
    issue: () => {
      current = { text: `practice_${randomBytes(20).toString('hex')}`, expiresMs: now() + lifeS * SECOND_MS };
      return { accessToken: current.text, expiresInS: lifeS };
    },
    isGood: (token) => token === PASTED_TOKEN || (token !== '' && token === current.text && now() < current.expiresMs),
  };
}
