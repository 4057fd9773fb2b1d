import type { LogFields } from '../../services/ports.ts';

/**
 * The only fields a log line may carry (RELIABILITY S20). None of them holds what a person typed, what a platform
 * answered, a waybill, an address or a credential; a field that is not listed is named in `dropped` and its value is lost.
 */
const ALLOWED_FIELDS: ReadonlySet<string> = new Set([
  'accounted',
  'attempt',
  'backend',
  'bytes',
  'cause',
  'class',
  'code',
  'count',
  'done',
  'durationMs',
  'endpoint',
  'event',
  'exitCode',
  'forced',
  'from',
  'gate',
  'host',
  'httpStatus',
  'jobId',
  'kind',
  'lifeS',
  'method',
  'ms',
  'op',
  'opId',
  'path',
  'phase',
  'pid',
  'platform',
  'port',
  'problem',
  'procedure',
  'reason',
  'ref',
  'requestId',
  'rows',
  'saved',
  'seq',
  'shop',
  'shopId',
  'signal',
  'state',
  'status',
  'step',
  'to',
  'url',
  'verdict',
  'version',
  'what',
  'where',
]);

const MAX_TEXT = 300;
const ADDRESS = /\b(?:https?|wss?|app):\/\/[^\s"'<>]+/gi;
/** What follows the path of an address that was written without its host. */
const QUERY = /\?\S*=\S*/g;
/** A long run without a break is more likely a token, a key or a card number than a word; ids of ours are shorter. */
const LONG_RUN = /[A-Za-z0-9+/_=-]{41,}/g;

/** Fields as they may be written: allow-listed names, addresses without query, no long opaque runs, at most 300 characters. */
export function redactFields(fields: LogFields): LogFields {
  const kept: Record<string, string | number | boolean | null> = {};
  const dropped: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (!ALLOWED_FIELDS.has(name)) dropped.push(name.slice(0, 40));
    else kept[name] = typeof value === 'string' ? redactText(value) : value;
  }
  return dropped.length === 0 ? kept : { ...kept, dropped: dropped.join(',').slice(0, MAX_TEXT) };
}

const redactText = (text: string): string =>
  text
    .replace(ADDRESS, (address) => withoutQuery(address))
    .replace(QUERY, '?***')
    .replace(LONG_RUN, '***')
    .slice(0, MAX_TEXT);

function withoutQuery(address: string): string {
  const url = URL.parse(address);
  return url === null ? '[address]' : `${url.protocol}//${url.host}${url.pathname}`;
}
