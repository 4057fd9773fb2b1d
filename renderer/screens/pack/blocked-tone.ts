import type { Problem } from '../../../shared/contract/problem.ts';
import { stopsTheBox } from '../../../shared/domain/stop-the-box.ts';

/** Purple with a hand where the box must not leave, red with a cross for everything else. */
export const blockedTone = (problem: Problem): 'stop' | 'refused' => (stopsTheBox(problem) ? 'stop' : 'refused');

/** Whether scanning the right thing clears the notice, which is the fastest way out. */
export const isRecoverable = (problem: Problem): boolean =>
  !stopsTheBox(problem) && /^(?:scan|item|serial|waybill|order|op|quantity|goods|rest|nothing)-/.test(problem.code);
