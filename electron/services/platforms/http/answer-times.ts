type Headers = Readonly<Record<string, string>>;

/** The server's clock by its `Date` header, epoch ms, or null where it sends none. */
export function serverTimeMs(headers: Headers): number | null {
  const parsed = Date.parse(headers['date'] ?? '');
  return Number.isNaN(parsed) ? null : parsed;
}

/** How long the server asks us to wait (`Retry-After` in seconds or as a date by its own clock), in ms. */
export function retryAfterMs(headers: Headers): number | null {
  const asked = (headers['retry-after'] ?? '').trim();
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1_000;
  const until = Date.parse(asked);
  const now = serverTimeMs(headers);
  return Number.isNaN(until) || now === null ? null : Math.max(0, until - now);
}
