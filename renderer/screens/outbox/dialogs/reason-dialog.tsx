import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { DialogFrame } from './dialog-frame.tsx';
import { ReasonField, type ReasonKey } from './reason-field.tsx';

const USUAL: Readonly<Record<'cancel' | 'release', readonly ReasonKey[]>> = {
  cancel: ['buyerCancelled', 'wrongWaybill', 'repacked'],
  release: ['causeGone', 'checkedPlatform', 'askedSupport'],
};

/** Withdrawing or releasing a package: what follows from it, and why it is done. */
export function ReasonDialog(props: ActionDialogProps & { readonly action: 'cancel' | 'release' }) {
  const { t } = useTranslation('outbox');
  const { action, story } = props;
  const [reason, setReason] = useState('');
  const quarantined = action === 'release' && story.row.state === 'quarantined';
  return (
    <DialogFrame
      title={t(`dialog.${action}Title`)}
      body={quarantined ? t('dialog.quarantineBody') : t(`dialog.${action}Body`)}
      confirm={t(`dialog.${action}Confirm`)}
      danger={action === 'cancel'}
      ready={reason.trim() !== ''}
      busy={props.busy}
      problem={props.problem}
      onConfirm={() => props.onDecide({ action, reason: reason.trim() })}
      onClose={props.onClose}
    >
      <ReasonField value={reason} usual={USUAL[action]} onChange={setReason} />
    </DialogFrame>
  );
}
