import type { PackingView } from '../../shared/contract/packing.ts';
import { readControlCode } from '../../shared/domain/commands/command-code.ts';

/** Commands that open a page of the desk instead of changing the bench. */
export const COMMAND_PAGES = { 'hand-over': '/shift/hand-over', shift: '/shift' } as const;

/**
 * The page a scanned command leads to; null for every other code, and while the bench is in the middle of something: then
 * it is the bench that answers.
 */
export function pageOfScan(scan: string, view: PackingView | null): string | null {
  const control = readControlCode(scan);
  if (control?.kind !== 'command' || (control.id !== 'hand-over' && control.id !== 'shift')) return null;
  const busy = view !== null && (view.blocked !== null || view.question !== null || isUnderWay(view));
  return busy ? null : COMMAND_PAGES[control.id];
}

const isUnderWay = ({ order, step }: PackingView): boolean => order !== null && step !== 'saved';
