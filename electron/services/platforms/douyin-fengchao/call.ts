import type { HttpAnswer, HttpFailure, HttpRequest } from '../http/http-call.ts';
import { type ProxyDeps, proxyFor } from '../http/resolve-proxy.ts';
import type { Clock } from '../../ports.ts';
import type { Account } from '../platform.ts';
import type { ClockWatch } from './clock-watch.ts';
import { optionsOf } from './options.ts';
import { outerCode } from './reply.ts';
import { signedForm, type FormFields } from './sign.ts';

/** What every call of this client needs. */
export type CallDeps = ProxyDeps & {
  readonly http: HttpRequest;
  readonly clock: Clock;
  readonly watch: ClockWatch;
};

/** One POST of a signed form; `fields` are the call's own. */
export type DouyinCall = {
  readonly account: Account;
  readonly path: string;
  readonly fields: FormFields;
  readonly timeoutMs: number;
};

/** The bytes of a call made now. The time is in whole seconds and part of what is signed. */
export function formOf(deps: Pick<CallDeps, 'clock'>, account: Account, fields: FormFields): Uint8Array {
  const { appId, appSecret, sellerNick } = optionsOf(account);
  const timestamp = String(Math.floor(deps.clock.now() / 1_000));
  return signedForm([['appid', appId], ['timestamp', timestamp], ['seller_nick', sellerNick], ...fields], appSecret);
}

/** Makes one call and logs how it went, without form or address query. */
export async function call(deps: CallDeps, { account, path, fields, timeoutMs }: DouyinCall) {
  const url = `${account.baseUrl}${path}`;
  const proxy = await proxyFor(deps, url);
  const result: HttpAnswer | HttpFailure = await deps.http({
    method: 'POST',
    url,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: formOf(deps, account, fields),
    timeoutMs,
    proxy,
    ...(account.allowPlainHttp === true ? { allowPlainHttp: true } : {}),
  });
  const facts = { shop: account.shopId, path, phase: result.phase };
  if (!result.ok) deps.log.warn('platform.call-failed', { ...facts, reason: result.reason });
  else if (result.status !== 200) deps.log.warn('platform.call-refused', { ...facts, status: result.status });
  else {
    const code = outerCode(result.text);
    if (code !== null) deps.watch.note(account.baseUrl, { accepted: code === 0, serverTimeMs: result.serverTimeMs });
  }
  return result;
}
