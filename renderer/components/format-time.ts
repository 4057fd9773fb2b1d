/** A time of today as 14:03:22, an older one with its day; always 24 hours, always local. */
export function formatTime(iso: string, language: string, nowMs = Date.now()): string {
  const time = new Date(iso);
  const sameDay = time.toDateString() === new Date(nowMs).toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(sameDay ? {} : { month: '2-digit', day: '2-digit' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}
