import { useTranslation } from 'react-i18next';
import type { ShiftSummary } from '../../../shared/contract/shift.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { closedShiftPath } from './shift-paths.ts';
import styles from './shift-screen.module.css';

/** The shifts before, newest first. */
export function ClosedList(props: { readonly shifts: readonly ShiftSummary[]; readonly everybody: boolean }) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  return (
    <section className={styles.closedList} aria-labelledby="closed-title">
      <h2 id="closed-title">{t('closed.title')}</h2>
      {!props.everybody && <p className={styles.hint}>{t('closed.mine')}</p>}
      {props.shifts.length === 0 && <p>{t('closed.none')}</p>}
      <ul>
        {props.shifts.map(({ id, closedAt, startedBy, closedBy, figures }) => (
          <li key={id}>
            <a href={`#${closedShiftPath(id)}`}>{momentWords(closedAt, language)}</a>
            <span>{t('closed.row', { started: startedBy, closed: closedBy })}</span>
            <span>{t('closed.people', figures)}</span>
            <strong data-tone={figures.differences > 0 ? 'bad' : 'good'}>
              {figures.differences > 0 ? t('closed.differences', { count: figures.differences }) : t('closed.agree')}
            </strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
