import type { PackingView } from '../../../shared/contract/packing.ts';
import type { BenchAct } from '../../state/packing-store.ts';
import { bandStep } from './band.ts';

/** Which panel lies over the bench. At most one is open. */
export type BenchPanel = 'none' | 'help' | 'typing' | 'closing';

/** What a key leads to. */
export type BenchEffect =
  | { readonly kind: 'act'; readonly act: BenchAct }
  | { readonly kind: 'panel'; readonly panel: BenchPanel }
  /** The way out that is offered beside an error. */
  | { readonly kind: 'offer' }
  /** A call that failed as a whole has been seen. */
  | { readonly kind: 'dismiss' };

export type BenchSituation = {
  readonly view: PackingView;
  readonly panel: BenchPanel;
  /** A failed call is on screen. */
  readonly failed: boolean;
};

/** The keys of the bench. Enter and Space are not among them, and Escape closes no error: only F8 does. */
export function benchCommand(code: string, situation: BenchSituation): BenchEffect | null {
  const { view, panel, failed } = situation;
  const stopped = failed || view.blocked !== null;
  switch (code) {
    case 'F1':
      return { kind: 'panel', panel: panel === 'help' ? 'none' : 'help' };
    case 'F6':
      return !failed && view.blocked?.offer !== undefined ? { kind: 'offer' } : null;
    case 'F7':
      return { kind: 'panel', panel: panel === 'typing' ? 'none' : 'typing' };
    case 'F8':
      return acknowledge(situation);
    case 'F2':
    case 'F3':
    case 'F10':
      return stopped || !view.order || view.step === 'saved' ? null : act(ACTS[code], view);
    case 'Escape':
      if (panel !== 'none') return { kind: 'panel', panel: 'none' };
      return stopped ? null : stepBack(view);
    default:
      return null;
  }
}

const ACTS = { F2: 'new-package', F3: 'seal', F10: 'undo' } as const;

const act = (action: (typeof ACTS)[keyof typeof ACTS], view: PackingView): BenchEffect => ({
  kind: 'act',
  act: { action: action === 'seal' && view.step === 'confirm-none' ? 'confirm-none' : action },
});

function acknowledge({ view, panel, failed }: BenchSituation): BenchEffect | null {
  if (failed) return { kind: 'dismiss' };
  if (view.blocked) return { kind: 'act', act: { action: 'acknowledge' } };
  return panel === 'closing' ? { kind: 'act', act: { action: 'close-order' } } : null;
}

/** One step back: out of a choice, or out of the order; asked first where unsaved goods would leave their boxes. */
function stepBack(view: PackingView): BenchEffect | null {
  if (!view.order || view.step === 'saved') return null;
  if (bandStep(view) === 'carrier') return { kind: 'act', act: { action: 'undo' } };
  return unsavedPieces(view) > 0
    ? { kind: 'panel', panel: 'closing' }
    : { kind: 'act', act: { action: 'close-order' } };
}

/** Pieces in boxes that are not saved yet. */
export const unsavedPieces = (view: PackingView): number =>
  view.packages
    .filter(({ state }) => state !== 'saved')
    .flatMap(({ items }) => items)
    .reduce((sum, { quantity }) => sum + quantity, 0);
