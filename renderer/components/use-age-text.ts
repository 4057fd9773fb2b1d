import { useTranslation } from 'react-i18next';
import { age } from './age.ts';
import { useNow } from './use-now.ts';

/** Says how long ago a time was, or with its ends swapped how far away it is, in the language on screen; stays fresh by itself. */
export function useAgeText(): (iso: string) => string {
  const { t } = useTranslation('shell');
  const now = useNow(5_000);
  return (iso) => {
    const ahead = Date.parse(iso) > now;
    const { unit, count } = ahead ? age(new Date(now).toISOString(), Date.parse(iso)) : age(iso, now);
    return t(`age.${unit}`, { count });
  };
}
