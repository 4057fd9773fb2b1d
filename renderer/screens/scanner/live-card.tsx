import { useTranslation } from 'react-i18next';
import type { ScanTiming } from '../../../shared/contract/scans.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { Card } from './card.tsx';
import styles from './scanner-screen.module.css';
import { isTaken, type ScanWatch, type SeenKey } from './use-scan-watch.ts';

/** Bars taller than this gap are all the same height. */
const TALLEST_MS = 120;

/** What the scanner's keys look like as they come. */
export function LiveCard({ watch }: { readonly watch: ScanWatch }) {
  const { t } = useTranslation('scanner');
  const { keys, last, unended, imeSeen } = watch;
  const suffix: ScanTiming['suffix'] | null = unended !== null ? 'none' : (last?.timing.suffix ?? null);
  const numpad = keys.some(({ press }) => press.code.startsWith('Numpad'));
  const caps = keys.at(-1)?.press.capsLock ?? false;
  return (
    <Card title={t('live.title')}>
      <p className={styles.last} role="status">
        {last === null && unended === null ? t('live.wait') : <code>{unended ?? last?.text}</code>}
      </p>
      <ul className={styles.flags}>
        <Flag good={!imeSeen} words={t(imeSeen ? 'live.ime' : 'live.noIme')} />
        {suffix !== null && (
          <Flag good={suffix !== 'none'} words={t('live.suffix', { suffix: t(`suffix.${suffix}`) })} />
        )}
        <Flag good words={t(numpad ? 'live.numpad' : 'live.row')} />
        <Flag good={!caps} words={t(caps ? 'live.caps' : 'live.noCaps')} />
        {last && last.by === 'scanner' && (
          <Flag good words={t('fact.speedWords', { median: last.timing.medianMs, p95: last.timing.p95Ms })} />
        )}
      </ul>
      <ol className={styles.timeline} aria-label={t('live.timeline')} data-testid="timeline">
        {keys.map((seen) => (
          <Key key={seen.no} seen={seen} />
        ))}
      </ol>
    </Card>
  );
}

const Flag = ({ good, words }: { readonly good: boolean; readonly words: string }) => (
  <li data-good={good}>
    {good ? <CheckIcon /> : <WarningIcon />}
    {words}
  </li>
);

function Key({ seen: { press, gapMs } }: { readonly seen: SeenKey }) {
  const share = Math.min(1, (gapMs ?? 0) / TALLEST_MS);
  return (
    <li data-taken={isTaken(press) || undefined} title={`${press.code} ${press.key}`}>
      <span className={styles.bar} style={{ blockSize: `${Math.round(4 + share * 52)}px` }} />
      <kbd>{shownKey(press.key, press.code)}</kbd>
      <small>{gapMs === null || gapMs > 9_999 ? '·' : gapMs}</small>
    </li>
  );
}

const shownKey = (key: string, code: string): string =>
  key === 'Enter'
    ? '⏎'
    : key === 'Tab'
      ? '⇥'
      : [...key].length === 1
        ? key
        : code.replace(/^(?:Key|Digit|Numpad)/, '').slice(0, 3);
