import { useTranslation } from 'react-i18next';
import type { OpRow } from '../../../../shared/contract/outbox.ts';
import { explainOp } from '../../../../shared/messages/explain-op.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { CodeLink } from './code-link.tsx';
import { STATE_ICON } from '../../../components/op-state-icon.tsx';
import styles from './story-summary.module.css';

/** The answer first: what happened, what to do, who does it, and what becomes of the box. */
export function StorySummary({ row }: { readonly row: OpRow }) {
  const { t } = useTranslation('outbox');
  const { message, remedy, actor, box } = explainOp(row, useLanguage());
  return (
    <section className={styles.summary} data-state={row.state}>
      <p className={styles.message}>
        {STATE_ICON[row.state]}
        <span>{message}</span>
      </p>
      <dl className={styles.facts}>
        <dt>{t('story.remedy')}</dt>
        <dd className={styles.remedy}>{remedy}</dd>
        <dt>{t('story.who')}</dt>
        <dd>{t(`actors.${actor}`)}</dd>
        <dt>{t('story.box')}</dt>
        <dd>{t(`boxes.${box}`)}</dd>
      </dl>
      <CodeLink row={row} />
      {row.platformMessage !== '' && row.state !== 'shipped' && (
        <p className={styles.said}>
          {t('story.platformSaid', { message: row.platformMessage })}
          {row.code !== null && !row.code.startsWith('local:') && ` (${row.code})`}
        </p>
      )}
    </section>
  );
}
