import { HOUR_MS, isoFromMs, SECOND_MS } from '../../../../shared/kernel/time.ts';

const OFFSET_MS = 8 * HOUR_MS;

/** A moment as Taobao writes it: `yyyy-MM-dd HH:mm:ss` in China's time, whatever zone this machine is in. */
export const chinaTime = (epochMs: number): string =>
  new Date(Math.floor(epochMs / SECOND_MS) * SECOND_MS + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** Reads such a time as an ISO string; null where it is none. */
export function isoFromChinaTime(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const utcMs = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(utcMs) ? null : isoFromMs(utcMs - OFFSET_MS);
}
