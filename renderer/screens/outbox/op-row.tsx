import { useTranslation } from 'react-i18next';
import type { OpRow } from '../../../shared/contract/outbox.ts';
import { explainOp } from '../../../shared/messages/explain-op.ts';
import { formatTime } from '../../components/format-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './op-row.module.css';
import { StateBadge } from './state-badge.tsx';

/** One package in the list: what it is, where it stands, why, and what to do about it. */
export function OpRowLine({ row, ageOf }: { readonly row: OpRow; readonly ageOf: (iso: string) => string }) {
  const { t } = useTranslation('outbox');
  const language = useLanguage();
  const { message, remedy } = explainOp(row, language);
  return (
    <div className={styles.row} data-state={row.state} data-overridden={row.overridden || undefined}>
      {row.overridden && (
        <span className={styles.corner} role="img" aria-label={t('leave.mark')} title={t('leave.mark')} />
      )}
      <div className={styles.state}>
        <StateBadge state={row.state} />
        <span className={styles.kind}>{row.kind === 'correct' ? t('kinds.correct') : row.shop}</span>
      </div>
      <div className={styles.ids}>
        <span className={styles.number}>{row.orderId}</span>
        <span className={styles.parcel}>
          {row.waybill === '' ? (
            t('noCourier')
          ) : (
            <>
              {row.carrierName || row.carrierCode} <span className={styles.waybill}>{row.waybill}</span>
            </>
          )}
        </span>
      </div>
      <div className={styles.words}>
        <span className={styles.message}>{message}</span>
        <span className={styles.remedy}>{remedy}</span>
      </div>
      <div className={styles.side}>
        <span className={styles.age}>{ageOf(row.createdAt)}</span>
        <span className={styles.small}>
          {row.state === 'in_doubt' && row.doubtSince
            ? t('row.doubtFor', { age: ageOf(row.doubtSince) })
            : row.notBefore && row.state === 'wait'
              ? t('row.due', { time: formatTime(row.notBefore, language) })
              : row.code !== null && !row.code.startsWith('local:') && row.state !== 'shipped'
                ? t('row.code', { code: row.code })
                : t('row.pieces', { count: row.pieces })}
        </span>
      </div>
    </div>
  );
}
