import type { HttpAnswer, HttpFailure, HttpRequest } from '../http/http-call.ts';
import { type ProxyDeps, proxyFor } from '../http/resolve-proxy.ts';
import type { Clock } from '../../ports.ts';
import type { Account, Charge } from '../platform.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import { multipartForm, type FormFields } from './form.ts';
import { accountKey } from './options.ts';

/** What every call of this client needs. */
export type CallDeps = ProxyDeps & {
  readonly http: HttpRequest;
  readonly clock: Clock;
  readonly limiter: RateLimiter;
  /** Told of every call the platform says it charged for, reads as well. */
  readonly onCharge?: (charge: Charge) => void;
};

/** One POST of a form; the token travels in a header. */
export type VvCall = {
  readonly account: Account;
  readonly path: string;
  readonly fields: FormFields;
  /** Empty for the call that fetches one. */
  readonly token: string;
  readonly timeoutMs: number;
};

/** Makes one call when the account's pace allows, and logs how it went without form, token or address query. */
export async function call(deps: CallDeps, { account, path, fields, token, timeoutMs }: VvCall) {
  const url = `${account.baseUrl}${path}`;
  const { body, contentType } = multipartForm(fields);
  const proxy = await proxyFor(deps, url);
  const result: HttpAnswer | HttpFailure = await deps.limiter.run(accountKey(account), () =>
    deps.http({
      method: 'POST',
      url,
      headers: { 'Content-Type': contentType, ...(token === '' ? {} : { Authorization: `Bearer ${token}` }) },
      body,
      timeoutMs,
      proxy,
      ...(account.allowPlainHttp === true ? { allowPlainHttp: true } : {}),
    }),
  );
  const facts = { shop: account.shopId, path, phase: result.phase };
  if (!result.ok) deps.log.warn('platform.call-failed', { ...facts, reason: result.reason });
  else if (result.status !== 200) deps.log.warn('platform.call-refused', { ...facts, status: result.status });
  return result;
}
