import { useTranslation } from 'react-i18next';
import type { HandOver } from '../../../shared/contract/shift.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { stopReasonWords } from '../../../shared/messages/shelf-sentences.ts';
import { AlarmButton, FullAlarm } from '../../components/full-alarm.tsx';
import { GroupedCode } from '../../components/grouped-code.tsx';
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
  if (verdict === 'handed' || verdict === 'repeated') return null;
  const which = verdict === 'stopped' && stop !== null ? 'stopped-why' : verdict;
  const words = {
    ...{ by, at: momentWords(at, language), tail: now.slice(-4) },
    why: stop === null ? '' : stopReasonWords(stop, language),
  };
  return (
    <FullAlarm
      tone={verdict === 'stopped' ? 'stop' : 'refused'}
      title={t(`handOver.alarm.${which}.title`, words)}
      testId="hand-over-alarm"
      kind={{ 'data-verdict': verdict }}
      foot={
        <AlarmButton onPress={props.onAcknowledge}>
          <span>{t('handOver.only')}</span>
          <KeyCap>F8</KeyCap>
          <span>{t('handOver.acknowledge')}</span>
        </AlarmButton>
      }
    >
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
    </FullAlarm>
  );
}
