import { useTranslation } from 'react-i18next';
import type { OrderStory } from '../../../shared/contract/history.ts';
import { formatTime } from '../../components/format-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { type OrderEvent, orderEvents } from './order-events.ts';
import styles from './order-story.module.css';
import { useEventWords } from './use-event-words.ts';

/** Scans, saves, sends, answers and decisions of one order in one line of time. */
export function OrderTimeline({ story }: { readonly story: OrderStory }) {
  const { t } = useTranslation('history');
  const language = useLanguage();
  const wordsOf = useEventWords();
  const events = orderEvents(story);
  const many = story.packages.length > 1;
  if (events.length === 0) return <p className={styles.soft}>{t('story.nothing')}</p>;
  return (
    <ol className={styles.timeline}>
      {events.map((event, index) => (
        // Two things may happen in one millisecond; the line of time only ever grows.
        <li key={index} data-kind={event.kind} data-refused={isRefused(event) || undefined}>
          <time dateTime={event.at}>{formatTime(event.at, language)}</time>
          <span className={styles.what}>
            {many && event.package > 0 && <b>{t('story.package', { no: event.package })} </b>}
            {wordsOf(event)}
          </span>
          <span className={styles.person}>{event.who}</span>
        </li>
      ))}
    </ol>
  );
}

const isRefused = (event: OrderEvent): boolean => event.kind === 'scan' && event.scan.verdict === 'refused';
