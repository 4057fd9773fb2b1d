import { useTranslation } from 'react-i18next';
import type { OpRow } from '../../../shared/contract/outbox.ts';
import { formatTime } from '../../components/format-time.ts';
import { OpStateBadge } from '../../components/op-state-badge.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './history-line.module.css';

/** One package: when, which order, which parcel, who, and how it ended. */
export function HistoryLine({ row }: { readonly row: OpRow }) {
  const { t } = useTranslation('history');
  const { t: outbox } = useTranslation('outbox');
  const language = useLanguage();
  return (
    <div className={styles.line}>
      <time className={styles.time} dateTime={row.createdAt}>
        {formatTime(row.createdAt, language)}
      </time>
      <div className={styles.pair}>
        <span className={styles.number}>{row.orderId}</span>
        <span className={styles.soft}>{row.shop}</span>
      </div>
      <div className={styles.pair}>
        <span className={styles.waybill}>{row.waybill === '' ? outbox('noCourier') : row.waybill}</span>
        <span className={styles.soft}>
          {[row.carrierName, row.kind === 'correct' ? outbox('kinds.correct') : ''].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className={styles.pair}>
        <span className={styles.who}>{row.createdBy}</span>
        <span className={styles.soft}>{t('pieces', { count: row.pieces })}</span>
      </div>
      <OpStateBadge state={row.state} word={outbox(`states.${row.state}`)} />
    </div>
  );
}
