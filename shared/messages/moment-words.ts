import type { Language } from '../contract/system.ts';

/**
 * An ISO time as it is read out at the bench: day and minute on the clock of this machine, `11月22日 14:03` or
 * `22 Nov 14:03`. Empty for anything that is no time.
 */
export function momentWords(iso: string, language: Language): string {
  const time = new Date(iso);
  if (iso === '' || Number.isNaN(time.getTime())) return '';
  const clock = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const day =
    language === 'en'
      ? `${time.getDate()} ${time.toLocaleString('en', { month: 'short' })}`
      : `${time.getMonth() + 1}月${time.getDate()}日`;
  return `${day} ${clock}`;
}

/** The same without the day where it is that of `nowMs`: `14:03`. */
export function recentWords(iso: string, language: Language, nowMs: number): string {
  const words = momentWords(iso, language);
  const isToday = words !== '' && new Date(iso).toDateString() === new Date(nowMs).toDateString();
  return isToday ? words.slice(-5) : words;
}
