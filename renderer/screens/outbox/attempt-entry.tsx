import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../shared/contract/outbox.ts';
import { verdictKey } from './verdict-key.ts';
import styles from './story-timeline.module.css';

/** One try to send: how far it got, what the platform said, what that means. */
export function AttemptEntry({ attempt }: { readonly attempt: OpStory['attempts'][number] }) {
  const { t } = useTranslation('outbox');
  const took = attempt.endedAt === null ? null : Date.parse(attempt.endedAt) - Date.parse(attempt.startedAt);
  const verdict = verdictKey(attempt.verdict);
  const small = [
    attempt.httpStatus === null ? null : t('story.http', { status: attempt.httpStatus }),
    attempt.code === null ? null : t('row.code', { code: attempt.code }),
    attempt.requestId === '' ? null : `rid ${attempt.requestId}`,
    took === null ? t('story.attemptOpen') : t('story.took', { ms: took }),
  ].filter((part) => part !== null);
  return (
    <>
      <p className={styles.title}>
        {t('story.attempt', { no: attempt.no })}
        <span className={styles.verdict}>{verdict ? t(`verdicts.${verdict}`) : t(`phases.${attempt.phase}`)}</span>
      </p>
      {verdict && <p>{t(`phases.${attempt.phase}`)}</p>}
      {attempt.message !== '' && <p className={styles.said}>{t('story.platformSaid', { message: attempt.message })}</p>}
      <p className={styles.small}>{small.join(' · ')}</p>
    </>
  );
}
