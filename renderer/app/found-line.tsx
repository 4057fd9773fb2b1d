import { useTranslation } from 'react-i18next';
import type { FoundName, FoundOrder } from '../../shared/contract/history.ts';
import { formatTime } from '../components/format-time.ts';
import { OpStateBadge } from '../components/op-state-badge.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './find-anything.module.css';

/** One result: what was found, which order it belongs to, and how far that is. */
export function FoundLine({ line }: { readonly line: FoundOrder | FoundName }) {
  const { t } = useTranslation('history');
  if ('orderId' in line) return <OrderLine order={line} />;
  return (
    <>
      <span className={styles.kind}>{t(`find.names.${line.kind}`)}</span>
      <span className={styles.pair}>
        <b>{line.name}</b>
        <span className={styles.soft}>{t('find.nameHint', { name: line.name })}</span>
      </span>
    </>
  );
}

function OrderLine({ order }: { readonly order: FoundOrder }) {
  const { t } = useTranslation('history');
  const { t: outbox } = useTranslation('outbox');
  const { t: orders } = useTranslation('orders');
  const language = useLanguage();
  const { newest, status } = order;
  return (
    <>
      <span className={styles.kind}>{t(`find.by.${order.by}`)}</span>
      <span className={styles.pair}>
        <b>{order.match}</b>
        <span className={styles.soft}>
          {[order.by === 'order' ? '' : order.orderId, order.title, order.shop].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={styles.pair}>
        {newest === null ? (
          <span>{status === null ? t('find.notPacked') : orders(`statuses.${status}`)}</span>
        ) : (
          <OpStateBadge state={newest.state} word={outbox(`states.${newest.state}`)} />
        )}
        {newest !== null && (
          <span className={styles.soft}>
            {t('find.packed', { who: newest.createdBy, time: formatTime(newest.createdAt, language) })}
          </span>
        )}
      </span>
    </>
  );
}
