import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './setting-card.module.css';

/** A number with its unit, brought within its bounds and handed on when the field is left; one press brings the advised value back. */
export function NumberField(props: {
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly decimals: number;
  readonly range: readonly [min: number, max: number];
  readonly value: number;
  readonly advised: number;
  readonly onSave: (value: number) => void;
}) {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState<number | string | null>(null);
  const [min, max] = props.range;
  const save = (): void => {
    setTyped(null);
    if (typeof typed === 'number') props.onSave(Math.min(max, Math.max(min, typed)));
  };
  return (
    <div className={styles.row}>
      <NumberInput
        label={props.label}
        description={props.hint}
        suffix={` ${props.unit}`}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        decimalScale={props.decimals}
        clampBehavior="none"
        allowNegative={false}
        hideControls
        value={typed ?? props.value}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
        style={{ flex: '1 1 20rem' }}
      />
      {props.value !== props.advised && (
        <Button variant="default" onClick={() => props.onSave(props.advised)}>
          {t('outbox.reset')}
        </Button>
      )}
    </div>
  );
}
