import { chinaDay } from '../../shared/kernel/china-time.ts';

const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const CLOSE = /^(\d{4})(\d{2})(\d{2})$/;
const SHORT = /^(\d{1,2})[-/.月](\d{1,2})日?$/;

/**
 * A day as a person types it (`2026-11-22`, `20261122`, `11-22` for this year; also with `/`, `.` or 年月日), as
 * `yyyy-MM-dd`. Null where it names no day there is.
 */
export function readDay(text: string, nowMs: number): string | null {
  const typed = text.trim().normalize('NFKC');
  const short = SHORT.exec(typed);
  const [, year, month, day] =
    FULL.exec(typed) ?? CLOSE.exec(typed) ?? (short && ['', chinaDay(nowMs).slice(0, 4), short[1], short[2]]) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
