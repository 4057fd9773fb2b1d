import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsSchema } from '../../../shared/contract/settings.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { useAppState, useSettings } from '../../state/app-state.tsx';
import styles from './setting-card.module.css';

type DurationSetting = 'outbox.callTimeoutMs' | 'outbox.settleMs' | 'outbox.readBackSpacingMs';
const SAFE = SettingsSchema.parse({});

/** A time in seconds, brought within its bounds and saved when the field is left. Below the safe default it counts for practice shops only, and says so. */
export function DurationField(props: {
  readonly setting: DurationSetting;
  readonly label: string;
  readonly hint: string;
  /** Least and most seconds the setting takes. */
  readonly range: readonly [min: number, max: number];
}) {
  const { t } = useTranslation('settings');
  const { setting } = props;
  const savedMs = useSettings((state) => state.settings[setting]);
  const { set } = useAppState().settings.getState();
  const [typed, setTyped] = useState<number | string | null>(null);
  const safe = SAFE[setting] / SECOND_MS;
  const shown = typed ?? savedMs / SECOND_MS;
  const [min, max] = props.range;
  const save = (): void => {
    setTyped(null);
    if (typeof typed === 'number') void set(setting, Math.round(Math.min(max, Math.max(min, typed)) * SECOND_MS));
  };
  return (
    <div>
      <div className={styles.row}>
        <NumberInput
          label={props.label}
          description={props.hint}
          suffix={` ${t('outbox.seconds')}`}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          decimalScale={2}
          clampBehavior="none"
          allowNegative={false}
          hideControls
          value={shown}
          onChange={setTyped}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
          style={{ flex: '1 1 20rem' }}
        />
        {savedMs !== SAFE[setting] && (
          <Button variant="default" onClick={() => void set(setting, SAFE[setting])}>
            {t('outbox.reset')}
          </Button>
        )}
      </div>
      {savedMs < SAFE[setting] && (
        <p className={styles.bad} role="status">
          {t('outbox.unsafe', { safe })}
        </p>
      )}
    </div>
  );
}
