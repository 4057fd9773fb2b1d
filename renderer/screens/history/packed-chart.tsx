import { useTranslation } from 'react-i18next';
import type { PackedSlot } from '../../../shared/contract/history.ts';
import { chinaTime } from '../../../shared/kernel/china-time.ts';
import styles from './packed-chart.module.css';

/** Packages hour by hour or day by day: a bar each, with its number, so that nobody has to judge a length or a colour. */
export function PackedChart({ slots, by }: { readonly slots: readonly PackedSlot[]; readonly by: 'hour' | 'day' }) {
  const { t } = useTranslation('history');
  const most = Math.max(1, ...slots.map(({ packages }) => packages));
  if (slots.every(({ packages }) => packages === 0)) return null;
  const title = t(by === 'hour' ? 'figures.byHour' : 'figures.byDay');
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <ol aria-label={title}>
        {slots.map(({ at, packages }) => {
          const moment = chinaTime(Date.parse(at));
          return (
            <li key={at}>
              <span className={styles.column}>
                <b>{packages}</b>
                <i style={{ height: `${(packages / most) * 100}%` }} aria-hidden="true" />
              </span>
              <span className={styles.when}>{by === 'hour' ? moment.slice(11, 16) : moment.slice(5, 10)}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
