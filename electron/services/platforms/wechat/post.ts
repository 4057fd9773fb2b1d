import type { HttpAnswer, HttpFailure, HttpRequest } from '../http/http-call.ts';
import { type ProxyDeps, proxyFor } from '../http/resolve-proxy.ts';
import type { Account } from '../platform.ts';

/** What every call to a WeChat platform needs. */
export type PostDeps = ProxyDeps & { readonly http: HttpRequest };

/** One POST: `query` may hold the token and is never logged. */
export type Post = {
  readonly account: Account;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly timeoutMs: number;
};

/** Makes one POST with a JSON body and logs how it went, without address query, bodies or secrets. */
export async function post(deps: PostDeps, call: Post): Promise<HttpAnswer | HttpFailure> {
  const address = `${call.account.baseUrl}${call.path}`;
  const query = new URLSearchParams(call.query ?? {}).toString();
  const result = await deps.http({
    method: 'POST',
    url: query === '' ? address : `${address}?${query}`,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: call.body,
    timeoutMs: call.timeoutMs,
    proxy: await proxyFor(deps, address),
  });
  const facts = { shop: call.account.shopId, path: call.path, phase: result.phase };
  if (!result.ok) deps.log.warn('platform.call-failed', { ...facts, reason: result.reason });
  else if (result.status !== 200) deps.log.warn('platform.call-refused', { ...facts, status: result.status });
  return result;
}

/** What must never be seen in a message about this account. */
export const secretsOf = (account: Account, token = ''): readonly string[] =>
  [account.credentials['appSecret'] ?? '', token].filter((secret) => secret !== '');
