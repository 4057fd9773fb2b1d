import type { ReactNode } from 'react';
import type { OpState } from '../../../shared/domain/op.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { ClockIcon } from '../../components/icons/clock-icon.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { LockIcon } from '../../components/icons/lock-icon.tsx';
import { PauseIcon } from '../../components/icons/pause-icon.tsx';
import { QuestionIcon } from '../../components/icons/question-icon.tsx';
import { RetryIcon } from '../../components/icons/retry-icon.tsx';
import { SendIcon } from '../../components/icons/send-icon.tsx';
import { SplitIcon } from '../../components/icons/split-icon.tsx';
import { UndoIcon } from '../../components/icons/undo-icon.tsx';

/** The shape that tells a state apart where colours do not. */
export const STATE_ICON: Readonly<Record<OpState, ReactNode>> = {
  ready: <ClockIcon />,
  wait: <RetryIcon />,
  sending: <SendIcon />,
  in_doubt: <QuestionIcon />,
  held: <PauseIcon />,
  rejected: <CrossIcon />,
  conflict: <SplitIcon />,
  quarantined: <LockIcon />,
  cancelled: <UndoIcon />,
  shipped: <CheckIcon />,
};
