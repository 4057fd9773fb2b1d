import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { FactList } from '../../components/fact-list.tsx';
import { formatTime } from '../../components/format-time.ts';
import { useAgeText } from '../../components/use-age-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { fieldName } from './field-name.ts';
import styles from './shop-facts.module.css';

/** A shop's figures: carriers, how old its orders are, what is still open, which credentials are in place. */
export function ShopFacts({ shop }: { readonly shop: ShopView }) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const [, navigate] = useLocation();
  const ageOf = useAgeText();
  const time = (iso: string): string => formatTime(iso, language);
  const standard = capabilitiesOf(shop.platform).defaultBaseUrl;
  return (
    <FactList
      columns={3}
      facts={[
        {
          label: t('facts.orders'),
          value: shop.ordersAsOf ? t('facts.ordersAge', { time: time(shop.ordersAsOf) }) : t('facts.ordersNever'),
        },
        {
          label: t('facts.carriers'),
          value: shop.carriersAsOf ? (
            <>
              {t('facts.carriersCount', { count: shop.carriers })}{' '}
              <span className={styles.age}>{t('facts.carriersAge', { age: ageOf(shop.carriersAsOf) })}</span>
            </>
          ) : (
            t('facts.carriersNever')
          ),
        },
        {
          label: t('facts.open'),
          value:
            shop.openOps === 0 ? (
              t('facts.openNone')
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => navigate('/outbox', { state: { search: shop.name } })}
              >
                {t('facts.openCount', { count: shop.openOps })}
              </Button>
            ),
        },
        ...shop.credentials.map(({ field, configured, endsWith }) => ({
          label: fieldName(t, field),
          value: (
            <span className={configured ? undefined : styles.missing}>
              {!configured
                ? t('facts.notConfigured')
                : endsWith === ''
                  ? t('facts.configured')
                  : t('facts.configuredEnds', { ends: endsWith })}
            </span>
          ),
        })),
        shop.baseUrl === standard ? null : { label: t('facts.address'), value: shop.baseUrl },
      ]}
    />
  );
}
