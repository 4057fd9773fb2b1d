import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import { stopsTheBox } from '../../shared/domain/stop-the-box.ts';
import type { SoundName } from './tones.ts';

export type SoundSituation = { readonly online: boolean; readonly view: PackingView };

/** The sound of a verdict; null for what the packer did not do. Practice and being offline have their own "saved", so that the ear knows too. */
export function verdictSound(verdict: Verdict, { online, view }: SoundSituation): SoundName | null {
  switch (verdict) {
    case 'order-opened':
    case 'item-accepted':
    case 'serial-accepted':
    case 'sealed':
    case 'package-opened':
    case 'order-resumed':
    case 'moved':
    case 'weighed':
    case 'waybill-parked':
    case 'waybill-waits':
    case 'item-parked':
    case 'batch-started':
    case 'operator-changed':
    case 'handed-over':
      return 'accepted';
    case 'line-complete':
    case 'all-packed':
    case 'rest-packed':
      return 'line-complete';
    case 'package-saved':
    case 'order-saved':
      if (view.order?.training) return 'saved-practice';
      return online ? 'saved' : 'saved-offline';
    case 'serial-wanted':
    case 'carrier-wanted':
    case 'asked':
    case 'quantity-asked':
    case 'weight-asked':
    case 'photo-missed':
    case 'quantity-set':
    case 'move-ready':
      return 'needs-input';
    case 'refused':
      return view.blocked !== null && stopsTheBox(view.blocked.problem) ? 'stop' : 'refused';
    case 'undone':
    case 'order-held':
    case 'cancelled':
    case 'code-ignored':
    case 'repeated':
    case 'ready':
    case 'photo-asked':
    case 'photo-taken':
    case 'photo-excused':
    case 'batch-ended':
    case 'not-now':
    case 'order-closed':
    case 'acknowledged':
    case 'duplicate-ignored':
    case 'nothing-to-undo':
    case 'undo-too-late':
    case 'package-empty':
    case 'no-order-open':
      return 'tick';
    case 'double-read':
    case 'pull-ignored':
      return null;
  }
}
