import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])$/;

/** True for an address on this machine: only such shops may use http and timings under the safe defaults. */
export function isLoopback(baseUrl: string): boolean {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  return url !== null && LOOPBACK.test(url.hostname);
}

/** An API address in the form it is stored: https (http only on this machine), no user, query or trailing slash. */
export function checkBaseUrl(text: string): Result<string, Problem> {
  const refused = err({ code: 'base-url-invalid', url: text.slice(0, 200) } as const);
  if (!URL.canParse(text)) return refused;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return refused;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) return refused;
  return ok(url.href.replace(/\/+$/, ''));
}
