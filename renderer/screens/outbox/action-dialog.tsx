import type { OpStory } from '../../../shared/contract/outbox.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { OpAction } from '../../../shared/domain/op.ts';
import type { OutboxDecision } from '../../state/outbox-act.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';

export type ActionDialogProps = {
  readonly story: OpStory;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onDecide: (decision: OutboxDecision) => void;
  readonly onClose: () => void;
};

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
    case 'correct-waybill':
      return <CorrectDialog {...props} />;
    default:
      return null;
  }
}
