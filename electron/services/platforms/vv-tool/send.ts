import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { unsendable, verdictWithoutToken, withoutToken } from '../http/unsent.ts';
import type { Account, SendOutcome } from '../platform.ts';
import { call, type CallDeps } from './call.ts';
import { noteCharge } from './charge.ts';
import { classify } from './classify.ts';
import { multipartForm } from './form.ts';
import { optionsOf, secretsOf } from './options.ts';
import type { TokenSource } from './token.ts';
import { SEND_PATH, sendFields } from './wire.ts';

/** Sends one shipment. */
export type Send = (account: Account, payload: SendPayload, timeoutMs: number) => Promise<SendOutcome>;

/**
 * Creates the sender: one request. Only where the answer says that the token is bad, which proves that nothing was
 * applied, the token is renewed once and the same form goes once more.
 */
export function createSend(deps: CallDeps & { readonly tokens: TokenSource }): Send {
  const { tokens } = deps;
  return async (account, payload, timeoutMs) => {
    const form = sendFields(payload, optionsOf(account));
    if (!form.ok) return unsendable(form.error);
    const fields = form.value;
    const attempt = async (token: string): Promise<SendOutcome> => {
      const answer = await call(deps, { account, path: SEND_PATH, fields, token, timeoutMs });
      const outcome = classify(answer, secretsOf(account, token));
      noteCharge(deps, { shopId: account.shopId, path: SEND_PATH, fields, points: outcome.charge ?? null });
      return outcome;
    };
    const token = await tokens.get(account);
    if (!token.ok) return withoutToken(token.error, multipartForm(fields).body);
    const first = await attempt(token.value);
    if (first.verdict.kind !== 'token') return first;
    const fresh = await tokens.replace(account, token.value);
    if (!fresh.ok)
      return { ...first, message: fresh.error.message, verdict: verdictWithoutToken(fresh.error, 'answered') };
    const second = await attempt(fresh.value);
    // A brand-new token that is refused too is not a matter of age: the credentials behind it are.
    return second.verdict.kind === 'token' ? { ...second, verdict: { kind: 'account', cause: 'credentials' } } : second;
  };
}
