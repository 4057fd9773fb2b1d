import type { Problem } from '../../../shared/contract/problem.ts';
import { isLoopbackHost } from '../../../shared/kernel/loopback.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** An API address in the form it is stored: https (http only on this machine), no user, query or trailing slash. */
export function checkBaseUrl(text: string): Result<string, Problem> {
  const refused = err({ code: 'base-url-invalid', url: text.slice(0, 200) } as const);
  if (!URL.canParse(text)) return refused;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return refused;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) return refused;
  return ok(url.href.replace(/\/+$/, ''));
}
