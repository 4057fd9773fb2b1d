import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { PracticeFaultSchema } from '../../../shared/contract/training.ts';
import type { TrainingStore } from '../../state/training-store.ts';
import styles from './fault-choice.module.css';

/** Trouble for practice: what the practice platform does wrong from now on. */
export function FaultChoice({ store }: { readonly store: TrainingStore }) {
  const { t } = useTranslation('settings');
  const { training, setFault } = useStore(store);
  return (
    <Radio.Group
      label={t('training.fault')}
      description={t('training.faultHint')}
      value={training?.fault ?? 'none'}
      onChange={(value) => {
        const fault = PracticeFaultSchema.safeParse(value);
        if (fault.success) void setFault(fault.data);
      }}
    >
      <div className={styles.faults}>
        {PracticeFaultSchema.options.map((fault) => (
          <Radio
            key={fault}
            value={fault}
            label={t(`training.faults.${fault}.name`)}
            description={t(`training.faults.${fault}.hint`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
