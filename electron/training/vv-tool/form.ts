import type { Call } from '../core/call.ts';

/** The fields of a form, or null where the body is none. A field given twice counts as a broken form. */
export function readForm(call: Call): ReadonlyMap<string, string> | null {
  const type = call.header('content-type');
  if (/^application\/x-www-form-urlencoded/i.test(type)) return once([...new URLSearchParams(call.bodyText)]);
  const boundary = /^multipart\/form-data;\s*boundary="?([^";]+)"?$/i.exec(type)?.[1];
  return boundary === undefined ? null : readMultipart(call.bodyText, boundary);
}

function readMultipart(body: string, boundary: string): ReadonlyMap<string, string> | null {
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (parts.length < 2 || parts[0] !== '' || !(parts.at(-1) ?? '').startsWith('--')) return null;
  const fields: (readonly [string, string])[] = [];
  for (const part of parts.slice(1, -1)) {
    const at = part.indexOf('\r\n\r\n');
    const name = /^\r\ncontent-disposition: form-data; name="([^"]+)"/i.exec(part.slice(0, at))?.[1];
    if (at < 0 || name === undefined) return null;
    fields.push([name, part.slice(at + 4)]);
  }
  return once(fields);
}

function once(fields: readonly (readonly [string, string])[]): ReadonlyMap<string, string> | null {
  const read = new Map(fields);
  return read.size === fields.length ? read : null;
}
