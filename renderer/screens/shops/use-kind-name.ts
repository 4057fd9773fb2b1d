import { useTranslation } from 'react-i18next';
import type { ShopKind } from '../../../shared/domain/platforms/capabilities.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** A kind of shop in words, with a mark where its call is not confirmed. */
export function useKindName(): (kind: ShopKind) => string {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  return ({ zh, en, confirmed }) => {
    const name = language === 'zh-CN' ? zh : en;
    return confirmed ? name : t('form.unconfirmed', { kind: name });
  };
}
