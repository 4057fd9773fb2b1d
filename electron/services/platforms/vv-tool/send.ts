import { createHash } from 'node:crypto';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import type { Account, ReadFailure, SendOutcome } from '../platform.ts';
import { call, type CallDeps } from './call.ts';
import { noteCharge } from './charge.ts';
import { classify } from './classify.ts';
import { multipartForm, type FormFields } from './form.ts';
import { optionsOf, secretsOf } from './options.ts';
import type { TokenSource } from './token.ts';
import { SEND_PATH, sendFields, type Unsendable } from './wire.ts';

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
    if (!token.ok) return withoutToken(token.error, fields);
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

const notMade = { phase: 'none', requestId: '' } as const;

const unsendable = ({ field, message }: Unsendable): SendOutcome => ({
  ...notMade,
  httpStatus: null,
  code: null,
  message,
  verdict: { kind: 'refused', defect: true, field },
  bodySha256: '',
});

const withoutToken = (failure: ReadFailure, fields: FormFields): SendOutcome => ({
  ...notMade,
  httpStatus: failure.httpStatus,
  code: failure.code,
  message: failure.message,
  verdict: verdictWithoutToken(failure, 'none'),
  ...(failure.network === undefined ? {} : { network: failure.network }),
  bodySha256: createHash('sha256').update(multipartForm(fields).body).digest('hex'),
});

function verdictWithoutToken(failure: ReadFailure, phase: 'none' | 'answered'): SendOutcome['verdict'] {
  if (failure.kind === 'account' && failure.cause !== undefined) return { kind: 'account', cause: failure.cause };
  if (phase === 'none') return { kind: 'not-sent', reason: failure.network ?? failure.kind };
  return { kind: 'retry', minWaitMs: 5_000, maxTries: 8 };
}
