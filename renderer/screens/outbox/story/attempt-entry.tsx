import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../../shared/contract/outbox.ts';
import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import { describeCode } from '../../../../shared/messages/explain-op.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { verdictKey } from './verdict-key.ts';
import styles from './story-timeline.module.css';

/** One try to send: how far it got, what the platform said, what that means. */
export function AttemptEntry(props: { readonly attempt: OpStory['attempts'][number]; readonly platform: PlatformId }) {
  const { t } = useTranslation('outbox');
  const language = useLanguage();
  const { attempt, platform } = props;
  const { code, message } = attempt;
  // A success has a code too, but nothing to explain.
  const meaning =
    code === null || attempt.verdict === 'applied'
      ? null
      : describeCode({ platform, code, platformMessage: message }, language);
  const took = attempt.endedAt === null ? null : Date.parse(attempt.endedAt) - Date.parse(attempt.startedAt);
  const verdict = verdictKey(attempt.verdict);
  const small = [
    attempt.httpStatus === null ? null : t('story.http', { status: attempt.httpStatus }),
    code === null || code.startsWith('local:') ? null : t('row.code', { code }),
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
      {meaning !== null && <p>{meaning}</p>}
      {message !== '' && <p className={styles.said}>{t('story.platformSaid', { message })}</p>}
      <p className={styles.small}>{small.join(' · ')}</p>
    </>
  );
}
