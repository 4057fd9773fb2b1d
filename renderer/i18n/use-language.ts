import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/contract/system.ts';

/** The language on screen, for sentences that come from `shared/messages`. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}
