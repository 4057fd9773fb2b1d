import { useTranslation } from 'react-i18next';
import { SettingsSchema } from '../../../shared/contract/settings.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { useAppState, useSettings } from '../../state/app-state.tsx';
import { NumberField } from './number-field.tsx';
import styles from './setting-card.module.css';

type GuardedSetting = 'outbox.callTimeoutMs' | 'outbox.settleMs' | 'outbox.readBackSpacingMs';
type DurationSetting = GuardedSetting | 'outbox.lookAgainAfterMs';
const SAFE = SettingsSchema.parse({});

/** A time in seconds. A guarded one below its safe default counts for practice shops only, and says so. */
export function DurationField(props: {
  readonly setting: DurationSetting;
  readonly label: string;
  readonly hint: string;
  /** Least and most seconds the setting takes. */
  readonly range: readonly [min: number, max: number];
}) {
  const { t } = useTranslation('settings');
  const { setting, ...words } = props;
  const savedMs = useSettings((state) => state.settings[setting]);
  const { set } = useAppState().settings.getState();
  const safe = SAFE[setting] / SECOND_MS;
  return (
    <div>
      <NumberField
        {...words}
        unit={t('outbox.seconds')}
        decimals={2}
        value={savedMs / SECOND_MS}
        advised={safe}
        onSave={(seconds) => void set(setting, Math.round(seconds * SECOND_MS))}
      />
      {isGuarded(setting) && savedMs < SAFE[setting] && (
        <p className={styles.bad} role="status">
          {t('outbox.unsafe', { safe })}
        </p>
      )}
    </div>
  );
}

const isGuarded = (setting: DurationSetting): setting is GuardedSetting => setting !== 'outbox.lookAgainAfterMs';
