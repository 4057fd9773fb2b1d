import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/domain/order.ts';
import { FactList } from '../../components/fact-list.tsx';
import { formatTime } from '../../components/format-time.ts';
import { useNow } from '../../components/use-now.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { DeadlineText } from './deadline-text.tsx';
import styles from './order-detail.module.css';
import { OrderFlags } from './order-flags.tsx';
import { OrderGoods } from './order-goods.tsx';

/** Everything known about an order: warnings first, then goods, parcels and dates. */
export function OrderDetail({ order, shop }: { readonly order: Order; readonly shop: string }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const now = useNow(10_000);
  const time = (iso: string | null) => (iso === null ? '–' : formatTime(iso, language));
  return (
    <>
      {order.flags.length > 0 && (
        <div className={styles.flags} role="alert">
          <OrderFlags flags={order.flags} />
        </div>
      )}
      {order.note !== '' && (
        <p className={styles.note}>
          <strong>{t('detail.note')}</strong> {order.note}
        </p>
      )}
      <section className={styles.section}>
        <h2>{t('detail.lines')}</h2>
        <OrderGoods lines={order.lines} />
      </section>
      <section className={styles.section}>
        <h2>{t('detail.parcels')}</h2>
        {order.parcels.length === 0 && <p className={styles.soft}>{t('detail.noParcels')}</p>}
        <ul className={styles.parcels}>
          {order.parcels.map((parcel) => (
            <li key={`${parcel.carrierCode} ${parcel.waybill}`}>
              {parcel.carrierName || parcel.carrierCode} <span className={styles.code}>{parcel.waybill}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.section}>
        <FactList
          facts={[
            { label: t('detail.shop'), value: shop },
            { label: t('detail.status'), value: t(`statuses.${order.status}`) },
            { label: t('detail.deadline'), value: <DeadlineText deadline={order.deadline} now={now} /> },
            { label: t('detail.deliver'), value: t(`detail.deliverMethods.${order.deliverMethod}`) },
            { label: t('detail.created'), value: time(order.createdAt) },
            { label: t('detail.updated'), value: time(order.updatedAt) },
            order.rawStatus === '' ? null : { label: t('detail.platformStatus'), value: order.rawStatus },
          ]}
        />
      </section>
    </>
  );
}
