import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../shared/contract/packing.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import styles from './batch-board.module.css';
import { batchPace } from './batch-pace.ts';

/** Shipping scan by scan: how many left, how fast, and the latest ones, readable from a metre away. */
export function BatchBoard({ batch, onEnd }: { readonly batch: Batch; readonly onEnd: () => void }) {
  const { t, i18n } = useTranslation('bench');
  const pace = batchPace(batch.results);
  const since = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' });
  return (
    <>
      <section className={styles.panel} data-testid="batch">
        <h2>{t('batch.title')}</h2>
        <p className={styles.count}>
          <span>{t('batch.saved')}</span>
          <strong data-testid="batch-count">{batch.saved}</strong>
          <span>{t('batch.parcels')}</span>
        </p>
        <p className={styles.pace}>
          <strong>{pace === null ? t('batch.paceNone') : t('batch.pace', { count: pace })}</strong>
          <span>{t('batch.since', { time: since.format(new Date(batch.startedAt)) })}</span>
        </p>
        <button type="button" className={styles.end} aria-keyshortcuts="Escape B" onClick={onEnd}>
          <KeyCap>Esc</KeyCap>
          <span>{t('batch.end')}</span>
        </button>
      </section>
      <section className={styles.panel}>
        <h2>{t('batch.last')}</h2>
        {batch.results.length === 0 && <p className={styles.none}>{t('batch.none')}</p>}
        <ol className={styles.results}>
          {batch.results.map(({ at, waybill, carrierName, pieces }) => (
            <li key={`${at} ${waybill}`}>
              <CheckIcon />
              <code>
                {waybill.slice(0, -4)}
                <b>{waybill.slice(-4)}</b>
              </code>
              <span>{t('batch.row', { carrier: carrierName, count: pieces })}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
