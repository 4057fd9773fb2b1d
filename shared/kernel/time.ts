/** Milliseconds since the epoch (UTC) as an ISO 8601 string. */
export const isoFromMs = (epochMs: number): string => new Date(epochMs).toISOString();

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
