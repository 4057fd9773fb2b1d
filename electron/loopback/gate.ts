import type { IncomingMessage } from 'node:http';
import { DESK_HEADER, DESK_HEADER_VALUE } from '../../shared/channels.ts';

export type Refusal = { readonly status: number; readonly reason: string };

/**
 * What every request must satisfy before anything looks at its path: it means this very address, it does not come from
 * another site's page, and a write carries what a foreign page cannot send (RELIABILITY S30). Null lets it through.
 * @param origin our own, `http://127.0.0.1:PORT`
 */
export function refuseForeign(request: IncomingMessage, origin: string): Refusal | null {
  const { method = '', headers } = request;
  if (headers.host !== new URL(origin).host) return { status: 403, reason: 'host' };
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return { status: 405, reason: 'method' };
  if (headers.origin !== undefined && headers.origin !== origin) return { status: 403, reason: 'origin' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, reason: 'site' };
  return method === 'POST' ? refuseForeignWrite(request) : null;
}

function refuseForeignWrite({ headers }: IncomingMessage): Refusal | null {
  if (headers.origin === undefined) return { status: 403, reason: 'origin' };
  return headers[DESK_HEADER] === DESK_HEADER_VALUE ? null : { status: 403, reason: 'header' };
}

/** Whether a body is declared as JSON; a form or a plain text is what a foreign page could send without asking. */
export const declaresJson = ({ headers }: IncomingMessage): boolean =>
  /^application\/json(\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '');
