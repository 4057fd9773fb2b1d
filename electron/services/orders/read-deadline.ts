import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/kernel/time.ts';

/** Shops and platforms write their times without a zone and mean China's. */
const CHINA_OFFSET_MS = 8 * HOUR_MS;
const DATE =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;
/** Day 0 of spreadsheet dates, chosen so that 1900's leap day that never was does no harm. */
const SPREADSHEET_DAY_ZERO_MS = Date.UTC(1899, 11, 30);

/**
 * A ship-by time of an import file in epoch ms, or null where the text is none. Accepts ISO 8601, `2026-12-01 18:00`,
 * `2026/12/1`, `2026年12月1日` and the day numbers of a spreadsheet. A time without a zone is China's; a day without a
 * time ends at its last second.
 */
export function readDeadline(text: string): number | null {
  if (/^\d{5}(?:\.\d+)?$/.test(text))
    return inChina(SPREADSHEET_DAY_ZERO_MS + Math.round(Number(text) * 86_400) * SECOND_MS);
  const parts = DATE.exec(text);
  if (parts === null) return isoWithZone(text);
  const [year = 0, month = 0, day = 0] = parts.slice(1, 4).map(Number);
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCMonth() !== month - 1 || new Date(midnight).getUTCDate() !== day) return null;
  if (parts[4] === undefined) return inChina(midnight + DAY_MS - SECOND_MS);
  const [hours = 0, minutes = 0, seconds = 0] = [parts[4], parts[5], parts[6] ?? '0'].map(Number);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return inChina(midnight + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS);
}

const inChina = (wallMs: number): number => wallMs - CHINA_OFFSET_MS;

function isoWithZone(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
