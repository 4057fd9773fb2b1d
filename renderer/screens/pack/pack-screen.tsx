import { useTranslation } from 'react-i18next';

/** The bench: scan an order, its goods, its waybill. */
export function PackScreen() {
  const { t } = useTranslation('pack');
  return <h1>{t('title')}</h1>;
}
