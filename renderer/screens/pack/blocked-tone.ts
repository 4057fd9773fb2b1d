import type { Problem, ProblemCode } from '../../../shared/contract/problem.ts';

/** Purple with a hand where the box must not leave, red with a cross for everything else. */
export const blockedTone = (problem: Problem): 'stop' | 'refused' =>
  STOP_THE_BOX.has(problem.code) ? 'stop' : 'refused';

const STOP_THE_BOX: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'order-flagged',
  'order-not-shippable',
  'order-nothing-left',
  'item-refunded',
]);

/** Whether scanning the right thing clears the notice, which is the fastest way out. */
export const isRecoverable = (problem: Problem): boolean =>
  !STOP_THE_BOX.has(problem.code) && /^(?:scan|item|serial|waybill|order|op)-/.test(problem.code);
