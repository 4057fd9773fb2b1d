import { useTranslation } from 'react-i18next';

/** Writes a moment in the language on screen, to the minute. */
export function useMoment(): (iso: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return (iso) => format.format(Date.parse(iso));
}
