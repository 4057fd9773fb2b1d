import { useTranslation } from 'react-i18next';
import { SendIcon } from '../../components/icons/send-icon.tsx';
import { DurationField } from './duration-field.tsx';
import { OrdersPerCallField } from './orders-per-call-field.tsx';
import { SettingCard } from './setting-card.tsx';

/** What the outbox decides by: four times, with what each of them protects against, and how many orders share a call. */
export function SendingCard() {
  const { t } = useTranslation('settings');
  return (
    <SettingCard title={t('sections.sending')} icon={<SendIcon />}>
      <DurationField
        setting="outbox.callTimeoutMs"
        label={t('outbox.callTimeout')}
        hint={t('outbox.callTimeoutHint')}
        range={[0.05, 120]}
      />
      <DurationField
        setting="outbox.settleMs"
        label={t('outbox.settle')}
        hint={t('outbox.settleHint')}
        range={[0, 3600]}
      />
      <DurationField
        setting="outbox.readBackSpacingMs"
        label={t('outbox.readBackSpacing')}
        hint={t('outbox.readBackSpacingHint')}
        range={[0, 3600]}
      />
      <DurationField
        setting="outbox.lookAgainAfterMs"
        label={t('outbox.lookAgain')}
        hint={t('outbox.lookAgainHint')}
        range={[0, 3600]}
      />
      <OrdersPerCallField />
    </SettingCard>
  );
}
