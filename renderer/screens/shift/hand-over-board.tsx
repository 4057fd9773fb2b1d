import { useTranslation } from 'react-i18next';
import type { HandOverBoard } from '../../../shared/contract/shift.ts';
import { formatTime } from '../../components/format-time.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './hand-over.module.css';

/** How many each courier has and how many wait, and the latest labels with a way to take each back. */
export function HandOverBoardView(props: {
  readonly board: HandOverBoard | null;
  readonly onUndo: (waybill: string) => void;
}) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const { carriers, latest } = props.board ?? { carriers: [], latest: [] };
  return (
    <div className={styles.board}>
      <section aria-labelledby="carriers-title">
        <h2 id="carriers-title">{t('handOver.carriers')}</h2>
        <ul className={styles.carriers}>
          {carriers.map(({ carrier, handed, waiting }) => (
            <li key={carrier} data-done={waiting === 0 || undefined} data-carrier={carrier}>
              <strong>{carrier}</strong>
              <span className={styles.number}>{handed}</span>
              <span className={styles.left}>
                {waiting === 0 ? <CheckIcon /> : t('handOver.waitingCount', { count: waiting })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="latest-title">
        <h2 id="latest-title">{t('handOver.latest')}</h2>
        {latest.length === 0 && <p>{t('handOver.noneYet')}</p>}
        <ol className={styles.latest}>
          {latest.map(({ waybill, carrier, at }) => (
            <li key={waybill} data-waybill={waybill}>
              <code>
                {waybill.slice(0, -4)}
                <b>{waybill.slice(-4)}</b>
              </code>
              <span>
                {carrier} · {formatTime(at, language)}
              </span>
              <button
                type="button"
                aria-label={t('handOver.undoThis', { tail: waybill.slice(-4) })}
                onClick={() => props.onUndo(waybill)}
              >
                ↶
              </button>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
