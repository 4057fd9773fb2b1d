import { type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOver } from '../../../shared/contract/shift.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { stopReasonWords } from '../../../shared/messages/shelf-sentences.ts';
import { FitText } from '../../components/fit-text.tsx';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { HandIcon } from '../../components/icons/hand-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './hand-over-alarm.module.css';

/** What the courier must not take. It goes away by F8, its barcode or a click, never by Enter, Space or Escape. */
export function HandOverAlarm(props: {
  readonly answer: HandOver;
  readonly missed: readonly string[];
  readonly onAcknowledge: () => void;
}) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const { verdict, waybill, stop, orderId, by, at, now } = props.answer;
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.focus(), []);
  if (verdict === 'handed' || verdict === 'repeated') return null;
  const which = verdict === 'stopped' && stop !== null ? 'stopped-why' : verdict;
  const words = {
    ...{ by, at: momentWords(at, language), tail: now.slice(-4) },
    why: stop === null ? '' : stopReasonWords(stop, language),
  };
  const stops = verdict === 'stopped';
  return (
    <div
      ref={dialog}
      className={styles.overlay}
      data-tone={stops ? 'stop' : 'refused'}
      data-verdict={verdict}
      data-testid="hand-over-alarm"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="alarm-title"
      aria-describedby="alarm-do"
      tabIndex={-1}
    >
      <div className={styles.body}>
        <h2 className={styles.title} id="alarm-title">
          <span className={styles.icon}>{stops ? <HandIcon /> : <CrossIcon />}</span>
          <FitText max="min(8rem, 14vh)" min="min(4rem, 8vh)">
            {t(`handOver.alarm.${which}.title`, words)}
          </FitText>
        </h2>
        <p className={styles.scanned}>
          {t('handOver.scanned')} <GroupedCode value={waybill} />
          {orderId !== '' && <small>{orderId}</small>}
        </p>
        <p className={styles.do} id="alarm-do">
          {t(`handOver.alarm.${which}.todo`, words)}
        </p>
        {props.missed.length > 0 && (
          <p className={styles.missed} data-testid="missed">
            {t('handOver.missed', { codes: props.missed.map((code) => code.slice(-6)).join(' · ') })}
          </p>
        )}
      </div>
      <button type="button" tabIndex={-1} className={styles.button} onClick={byPointer(props.onAcknowledge)}>
        <span>{t('handOver.only')}</span>
        <KeyCap>F8</KeyCap>
        <span>{t('handOver.acknowledge')}</span>
      </button>
    </div>
  );
}

/** Enter or Space on a focused button is a click without a pointer: `detail` counts real presses. */
const byPointer =
  (act: () => void) =>
  (event: MouseEvent): void => {
    if (event.detail > 0) act();
  };
