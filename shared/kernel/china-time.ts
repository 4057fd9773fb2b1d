import { HOUR_MS, SECOND_MS } from './time.ts';

/** China keeps one zone and no summer time. */
const OFFSET_MS = 8 * HOUR_MS;

const FORM = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;

/** Epoch milliseconds as `yyyy-MM-dd HH:mm:ss` on a clock in China, whatever zone this machine is in; fractions are cut off. */
export const chinaTime = (epochMs: number): string =>
  new Date(Math.floor(epochMs / SECOND_MS) * SECOND_MS + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The day in China a moment belongs to, as `yyyy-MM-dd`. */
export const chinaDay = (epochMs: number): string => chinaTime(epochMs).slice(0, 10);

/** The moment such a text means, in epoch milliseconds; null for any other text. */
export function msFromChinaTime(text: string): number | null {
  const [, day, time] = FORM.exec(text.trim()) ?? [];
  if (day === undefined || time === undefined) return null;
  const epochMs = Date.parse(`${day}T${time}+08:00`);
  return Number.isNaN(epochMs) ? null : epochMs;
}
