import type { Problem } from '../../../shared/contract/problem.ts';
import { isLoopbackHost } from '../../../shared/kernel/loopback.ts';
import { isPlainHttp } from '../../../shared/kernel/plain-http.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/**
 * An API address in the form it is stored: https, or http on this machine; no user, query or trailing slash. http to
 * elsewhere only with `plainHttp`, which an admin switches on for a platform that has nothing else.
 */
export function checkBaseUrl(text: string, { plainHttp }: { readonly plainHttp: boolean }): Result<string, Problem> {
  const refused = err({ code: 'base-url-invalid', url: text.slice(0, 200) } as const);
  if (!URL.canParse(text)) return refused;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return refused;
  const allowed =
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && isLoopbackHost(url.hostname)) ||
    (plainHttp && isPlainHttp(url.href));
  return allowed ? ok(url.href.replace(/\/+$/, '')) : refused;
}
