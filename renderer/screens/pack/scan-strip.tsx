import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { KeyboardIcon } from '../../components/icons/keyboard-icon.tsx';
import { useScanner } from '../../scanning/scanner-context.tsx';
import { usePacking, useStatus } from '../../state/app-state.tsx';
import { ScanChip, ScanMark, scanMark } from './scan-chip.tsx';
import styles from './scan-strip.module.css';
import { shownCode } from './shown-code.ts';

/** The bottom strip: the last code exactly as it came, what it was taken for, the ones before it, and today's figures. */
export function ScanStrip(props: { readonly view: PackingView; readonly stray: string; readonly onType: () => void }) {
  const { t } = useTranslation('pack');
  const waiting = usePacking((state) => state.waiting.length);
  const [, ...before] = props.view.recent;
  return (
    <section className={styles.strip} aria-label={t('strip.label')} data-testid="strip">
      <LastScan view={props.view} />
      {waiting > 1 && <span className={styles.waiting}>{t('strip.waiting', { count: waiting })}</span>}
      {props.stray !== '' && <span className={styles.stray}>{t('strip.stray', { text: props.stray })}</span>}
      <ol className={styles.chips}>
        {before.slice(0, 7).map((scan) => (
          <ScanChip key={`${scan.at} ${scan.text}`} scan={scan} />
        ))}
      </ol>
      <Today />
      <button type="button" className={styles.type} onClick={props.onType} aria-keyshortcuts="F7">
        <KeyboardIcon />
        <span>{t('keys.type')}</span>
        <kbd>F7</kbd>
      </button>
    </section>
  );
}

function LastScan({ view }: { readonly view: PackingView }) {
  const { t } = useTranslation('pack');
  const pending = useScanner((state) => state.pending);
  const echo = usePacking((state) => state.echo);
  const judging = usePacking((state) => state.waiting.length > 0);
  const [last] = view.recent;
  if (pending !== '')
    return (
      <span className={styles.last} data-typing>
        <span>{t('strip.typing')}</span>
        <code>{shownCode(pending)}</code>
        <span>{t('strip.pressEnter')}</span>
      </span>
    );
  if (judging && echo !== null)
    return (
      <span className={styles.last} data-testid="last-scan">
        <span>{t('strip.last')}</span>
        <code>{shownCode(echo)}</code>
      </span>
    );
  if (!last) return <span className={styles.last}>{t('strip.nothing')}</span>;
  return (
    <span className={styles.last} data-testid="last-scan" data-ok={scanMark(last)}>
      <span>{t('strip.last')}</span>
      <code>{shownCode(last.text)}</code>
      <span className={styles.took}>
        <ScanMark scan={last} />
        {t(`strip.took.${last.took}`)}
      </span>
    </span>
  );
}

function Today() {
  const { t } = useTranslation('pack');
  const today = useStatus((state) => state.status?.today);
  if (!today) return null;
  return (
    <span className={styles.today} data-testid="today">
      {t('strip.today')} <b>{t('strip.orders', { count: today.orders })}</b>
      <b>{t('strip.pieces', { count: today.pieces })}</b>
    </span>
  );
}
