import { useTranslation } from 'react-i18next';
import type { BenchOffer } from '../../../shared/contract/packing.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { AlarmButton } from '../../components/full-alarm.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './blocked-overlay.module.css';
import type { BenchOfferState } from './use-bench-offer.ts';

/** The way out beside an error: one key, or the sentence that says where else. Never a button that does nothing. */
export function OfferLine(props: { readonly offer: BenchOffer; readonly state: BenchOfferState }) {
  const { t } = useTranslation('pack');
  const language = useLanguage();
  const { offer, state } = props;
  if (offer.kind === 'correct-elsewhere') {
    const where = capabilitiesOf(offer.platform).correctElsewhere;
    return where ? <p className={styles.told}>{language === 'en' ? where.en : where.zh}</p> : null;
  }
  if (offer.kind === 'correct-spent')
    return <p className={styles.told}>{t('offer.spent', { used: offer.used, limit: offer.limit })}</p>;
  if (state.busy)
    return (
      <p className={styles.told} role="status">
        {t('offer.looking')}
      </p>
    );
  if (state.told) {
    const { title, action } = describeProblem(state.told, language);
    return (
      <p className={styles.told} role="status">
        {title}. {action}
      </p>
    );
  }
  return (
    <AlarmButton onPress={state.take}>
      <KeyCap>F6</KeyCap>
      <span>{t(`offer.${offer.kind}`)}</span>
    </AlarmButton>
  );
}
