import { Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { ReasonField } from './reason-field.tsx';

/** A supervisor's choice to ship against the buyer's refund, for one order: first what it does, then why. */
export function RefuseRefundDialog(props: ActionDialogProps) {
  const { t } = useTranslation('outbox');
  const { row } = props.story;
  const [step, setStep] = useState<1 | 2>(1);
  const [understood, setUnderstood] = useState(false);
  const [reason, setReason] = useState('');
  const shared = { title: t('refund.title'), busy: props.busy, problem: props.problem, onClose: props.onClose };
  if (step === 1)
    return (
      <DialogFrame
        {...shared}
        step={t('dialog.step', { n: 1 })}
        body={t('refund.what', { order: row.orderId })}
        confirm={t('dialog.next')}
        ready={understood}
        onConfirm={() => setStep(2)}
      >
        <Text>{t('refund.buyer')}</Text>
        <Text>{t('refund.once')}</Text>
        <Checkbox
          label={t('refund.understood')}
          checked={understood}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
      </DialogFrame>
    );
  return (
    <DialogFrame
      {...shared}
      step={t('dialog.step', { n: 2 })}
      body={t('refund.why')}
      confirm={t('refund.confirm')}
      danger
      ready={reason.trim() !== ''}
      onConfirm={() => props.onDecide({ action: 'refuse-refund', reason: reason.trim() })}
      onBack={() => setStep(1)}
    >
      <ReasonField value={reason} usual={['askedBuyer', 'askedSupport']} onChange={setReason} />
    </DialogFrame>
  );
}
