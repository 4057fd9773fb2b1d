import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WAYBILL_PATTERN } from '../../../shared/domain/waybill.ts';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { CarrierField } from './carrier-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import { useCorrectionAllowance } from './use-correction-allowance.ts';
import { WaybillField } from './waybill-field.tsx';

/** Asks the platform to replace a waybill, with the number of changes this order still has. */
export function CorrectDialog(props: ActionDialogProps) {
  const { t } = useTranslation('outbox');
  const { row } = props.story;
  const [carrier, setCarrier] = useState(row.carrierCode);
  const [waybill, setWaybill] = useState('');
  const allowance = useCorrectionAllowance(row);
  const same = waybill === row.waybill && carrier === row.carrierCode;
  const spent = allowance !== null && allowance.left === 0;
  return (
    <DialogFrame
      title={t('dialog.correctTitle')}
      body={t('dialog.correctBody')}
      confirm={t('dialog.correctConfirm')}
      ready={WAYBILL_PATTERN.test(waybill) && !same && !spent}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() => props.onDecide({ action: 'correct-waybill', carrierCode: carrier, waybill })}
      onClose={props.onClose}
    >
      {allowance && (
        <Text fw={700} role={spent ? 'alert' : undefined}>
          {spent ? t('dialog.correctSpent', { limit: allowance.limit }) : t('dialog.correctLeft', allowance)}
        </Text>
      )}
      <Text>
        {t('story.oldWaybill')}: {row.carrierName} {row.waybill}
      </Text>
      <WaybillField
        label={t('story.newWaybill')}
        value={waybill}
        error={same ? t('dialog.correctSame') : null}
        onChange={setWaybill}
      />
      <CarrierField shopId={row.shopId} value={carrier} onChange={setCarrier} />
    </DialogFrame>
  );
}
