import type { ReactNode } from 'react';
import type { OpState } from '../../shared/domain/op.ts';
import { CheckIcon } from './icons/check-icon.tsx';
import { ClockIcon } from './icons/clock-icon.tsx';
import { CrossIcon } from './icons/cross-icon.tsx';
import { LockIcon } from './icons/lock-icon.tsx';
import { PauseIcon } from './icons/pause-icon.tsx';
import { QuestionIcon } from './icons/question-icon.tsx';
import { RetryIcon } from './icons/retry-icon.tsx';
import { SendIcon } from './icons/send-icon.tsx';
import { SplitIcon } from './icons/split-icon.tsx';
import { UndoIcon } from './icons/undo-icon.tsx';

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
