import { useTranslation } from 'react-i18next';
import { age } from '../../components/age.ts';
import { ClockIcon } from '../../components/icons/clock-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { urgencyOf } from './deadline.ts';
import styles from './deadline-text.module.css';

/** Time left or time lost, with a sign of its own once it presses. */
export function DeadlineText({ deadline, now }: { readonly deadline: string | null; readonly now: number }) {
  const { t } = useTranslation('orders');
  const { t: shell } = useTranslation('shell');
  const urgency = urgencyOf(deadline, now);
  if (deadline === null) return <span className={styles.deadline}>{t('noDeadline')}</span>;
  const nowIso = new Date(now).toISOString();
  const { unit, count } = urgency === 'late' ? age(deadline, now) : age(nowIso, Date.parse(deadline));
  return (
    <span className={styles.deadline} data-urgency={urgency}>
      {urgency === 'late' ? <WarningIcon /> : <ClockIcon />}
      {t(urgency === 'late' ? 'late' : 'due', { age: shell(`age.${unit}`, { count }) })}
    </span>
  );
}
