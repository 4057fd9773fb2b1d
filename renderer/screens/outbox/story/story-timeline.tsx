import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../../shared/contract/outbox.ts';
import { formatTime } from '../../../components/format-time.ts';
import { ClockIcon } from '../../../components/icons/clock-icon.tsx';
import { EyeIcon } from '../../../components/icons/eye-icon.tsx';
import { PersonIcon } from '../../../components/icons/person-icon.tsx';
import { SendIcon } from '../../../components/icons/send-icon.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { AttemptEntry } from './attempt-entry.tsx';
import { HistoryEntry } from './history-entry.tsx';
import { ReadBackEntry } from './read-back-entry.tsx';
import { type StoryEvent, storyEvents } from './story-events.ts';
import styles from './story-timeline.module.css';

const iconOf = (event: StoryEvent): ReactNode => {
  if (event.kind === 'attempt') return <SendIcon />;
  if (event.kind === 'read-back') return <EyeIcon />;
  return event.entry.actor === '' ? <ClockIcon /> : <PersonIcon />;
};

/** Everything that happened to a package, oldest first. */
export function StoryTimeline({ story }: { readonly story: OpStory }) {
  const { t } = useTranslation('outbox');
  const language = useLanguage();
  const events = storyEvents(story);
  if (events.length === 0) return <p>{t('story.timelineEmpty')}</p>;
  return (
    <ol className={styles.timeline}>
      {events.map((event, index) => (
        <li key={`${event.kind}-${index}`} className={styles.event} data-kind={event.kind}>
          <span className={styles.icon}>{iconOf(event)}</span>
          <time className={styles.time} dateTime={event.at}>
            {formatTime(event.at, language)}
          </time>
          <div className={styles.body}>
            {event.kind === 'attempt' && <AttemptEntry attempt={event.attempt} platform={story.row.platform} />}
            {event.kind === 'read-back' && <ReadBackEntry readBack={event.readBack} />}
            {event.kind === 'history' && <HistoryEntry entry={event.entry} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
