import type { OpStory } from '../../../../shared/contract/outbox.ts';
import type { Problem } from '../../../../shared/contract/problem.ts';
import type { OutboxDecision } from '../../../state/outbox-act.ts';

/** What every dialog of the outbox is given. */
export type ActionDialogProps = {
  readonly story: OpStory;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onDecide: (decision: OutboxDecision) => void;
  readonly onClose: () => void;
};
