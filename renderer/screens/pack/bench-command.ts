import type { PackingView } from '../../../shared/contract/packing.ts';
import { commandForKey } from '../../../shared/domain/commands/command-list.ts';
import { COMMAND_PAGES } from '../../state/command-pages.ts';
import type { BenchAct } from '../../state/bench-input.ts';
import { situationOf } from './command-situation.ts';

/** Which panel lies over the bench. At most one is open. */
export type BenchPanel = 'none' | 'help' | 'typing' | 'quantity' | 'weigh';

/** What a key leads to. */
export type BenchEffect =
  | { readonly kind: 'act'; readonly act: BenchAct }
  | { readonly kind: 'panel'; readonly panel: BenchPanel }
  /** The way out that is offered beside an error. */
  | { readonly kind: 'offer' }
  /** A picture of the package on the bench. */
  | { readonly kind: 'photo' }
  /** Another page of the desk. */
  | { readonly kind: 'page'; readonly path: string }
  /** A call that failed as a whole has been seen. */
  | { readonly kind: 'dismiss' };

export type BenchSituation = {
  readonly view: PackingView;
  readonly panel: BenchPanel;
  /** A failed call is on screen. */
  readonly failed: boolean;
};

/** The keys of the bench. Enter and Space are not among them, and Escape closes no error: only F8 does. */
export function benchCommand(key: string, { view, panel, failed }: BenchSituation): BenchEffect | null {
  if (failed && key === 'F8') return { kind: 'dismiss' };
  if (key === 'Escape' && panel !== 'none') return { kind: 'panel', panel: 'none' };
  const situation = situationOf(view);
  const id = commandForKey(
    key,
    failed ? { ...situation, stopped: true, offer: false, maybeWaybill: false } : situation,
  );
  switch (id) {
    case null:
      return null;
    case 'help':
    case 'quantity':
    case 'weigh':
      return { kind: 'panel', panel: panel === id ? 'none' : id };
    case 'photo':
      return { kind: 'photo' };
    case 'way-out':
      return { kind: 'offer' };
    case 'hand-over':
    case 'shift':
      return { kind: 'page', path: COMMAND_PAGES[id] };
    case 'type':
      return { kind: 'panel', panel: panel === 'typing' ? 'none' : 'typing' };
    default:
      return { kind: 'act', act: { action: id } };
  }
}
