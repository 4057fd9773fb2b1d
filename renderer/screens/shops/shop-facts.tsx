import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { FactList } from '../../components/fact-list.tsx';
import { formatTime } from '../../components/format-time.ts';
import { useAgeText } from '../../components/use-age-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatYuan } from '../../components/format-yuan.ts';
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
        shop.spending && { label: t('facts.spent'), value: <Spent spending={shop.spending} /> },
        shop.baseUrl === standard && !shop.plainHttp ? null : { label: t('facts.address'), value: shop.baseUrl },
      ]}
    />
  );
}

function Spent({ spending }: { readonly spending: NonNullable<ShopView['spending']> }) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const { calls, points, limitPoints, agreed } = spending;
  const amounts = { calls, spent: formatYuan(points, language), limit: formatYuan(limitPoints ?? 0, language) };
  return (
    <>
      {t('facts.spentToday', amounts)}{' '}
      {limitPoints !== null && (
        <span className={styles.age}>{t(agreed ? 'facts.spendAgreed' : 'facts.spendLimit', amounts)}</span>
      )}
    </>
  );
}
