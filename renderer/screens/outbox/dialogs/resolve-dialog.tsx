import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { ReasonField } from './reason-field.tsx';
import { ResolveFacts } from './resolve-facts.tsx';

type ResolveAction = 'confirm-shipped' | 'confirm-not-shipped' | 'accept-platform';

/**
 * A person's word on what the platform holds, in two steps (RELIABILITY T13, T18): first the facts and the promise to
 * have looked, then reason and evidence.
 */
export function ResolveDialog(props: ActionDialogProps & { readonly action: ResolveAction }) {
  const { t } = useTranslation('outbox');
  const { action, story } = props;
  const [step, setStep] = useState<1 | 2>(1);
  const [looked, setLooked] = useState(false);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const shared = { title: t('dialog.resolveTitle'), busy: props.busy, problem: props.problem, onClose: props.onClose };
  if (step === 1)
    return (
      <DialogFrame
        {...shared}
        step={t('dialog.step', { n: 1 })}
        body={t('dialog.checkFirst')}
        confirm={t('dialog.next')}
        ready={looked}
        onConfirm={() => setStep(2)}
      >
        <ResolveFacts story={story} />
        <Checkbox
          label={t('dialog.iChecked')}
          checked={looked}
          onChange={(event) => setLooked(event.currentTarget.checked)}
        />
      </DialogFrame>
    );
  return (
    <DialogFrame
      {...shared}
      step={t('dialog.step', { n: 2 })}
      body={t(`dialog.${action}Body`)}
      confirm={t(`dialog.${action}Confirm`)}
      danger={action === 'confirm-not-shipped'}
      ready={reason.trim() !== '' && evidence.trim() !== ''}
      onConfirm={() => props.onDecide({ action, reason: reason.trim(), evidence: evidence.trim() })}
      onBack={() => setStep(1)}
    >
      <ReasonField value={reason} usual={['checkedPlatform', 'askedSupport']} onChange={setReason} />
      <Textarea
        label={t('dialog.evidence')}
        description={t('dialog.evidenceHint')}
        placeholder={t('dialog.evidencePlaceholder')}
        withAsterisk
        required
        autosize
        minRows={2}
        maxLength={500}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
    </DialogFrame>
  );
}
