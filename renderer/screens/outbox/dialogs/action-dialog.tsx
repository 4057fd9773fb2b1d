import type { OpAction } from '../../../../shared/domain/op.ts';
import type { ActionDialogProps } from './action-dialog-props.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RefuseRefundDialog } from './refuse-refund-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';

/** The dialog that belongs to an action. */
export function ActionDialog({ action, ...props }: ActionDialogProps & { readonly action: OpAction }) {
  switch (action) {
    case 'cancel':
    case 'release':
      return <ReasonDialog action={action} {...props} />;
    case 'confirm-shipped':
    case 'confirm-not-shipped':
    case 'accept-platform':
      return <ResolveDialog action={action} {...props} />;
    case 'edit':
      return <EditDialog {...props} />;
    case 'refuse-refund':
      return <RefuseRefundDialog {...props} />;
    case 'correct-waybill':
      return <CorrectDialog {...props} />;
    default:
      return null;
  }
}
