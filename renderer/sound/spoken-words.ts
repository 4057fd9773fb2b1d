import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import { stopsTheBox } from '../../shared/domain/stop-the-box.ts';

/** A sentence of the message file `bench.voice`, with its fields. */
export type VoiceKey =
  | 'orderResumed'
  | 'serial'
  | 'allPacked'
  | 'packageOpened'
  | 'sealed'
  | 'carrier'
  | 'saved'
  | 'savedNone'
  | 'undone'
  | 'held'
  | 'rest'
  | 'moved'
  | 'moveReady'
  | 'quantity'
  | 'asked'
  | 'quantityAsked'
  | 'waybillParked'
  | 'itemParked'
  | 'notNow'
  | 'batch'
  | 'stop';

export type SpokenWords = {
  readonly words:
    | { readonly key: VoiceKey; readonly digits: string; readonly count: number }
    /** A short word for this problem, or the general one where it has none. */
    | { readonly problem: string; readonly flag: string | null }
    /** What somebody wrote for the packer, read once. */
    | { readonly note: string };
  readonly critical: boolean;
};

/** As much of a note as is said in two seconds; the whole of it is on the screen. */
const NOTE_LENGTH = 24;

/** What is said for a verdict: the action, never the whole sentence on screen. Null where the sound says enough. */
export function spokenWords(verdict: Verdict, before: PackingView | null, view: PackingView): SpokenWords | null {
  if (verdict === 'refused') return refusal(view);
  const opened = view.order !== null && view.order.orderId !== before?.order?.orderId;
  const note = view.order === null ? '' : [view.order.note, view.order.sellerNote].filter(Boolean).join('。');
  if (opened && note !== '') return { words: { note: note.slice(0, NOTE_LENGTH) }, critical: false };
  const key = verdictKey(verdict, view);
  if (key === null) return null;
  const digits = [...(view.saved?.waybill ?? '').slice(-4)].join(' ');
  return { words: { key, digits, count: view.quantity ?? 1 }, critical: false };
}

function refusal({ blocked }: PackingView): SpokenWords | null {
  if (blocked === null) return null;
  const { problem } = blocked;
  return {
    words: { problem: problem.code, flag: problem.code === 'order-flagged' ? problem.flag : null },
    critical: stopsTheBox(problem),
  };
}

function verdictKey(verdict: Exclude<Verdict, 'refused'>, view: PackingView): VoiceKey | null {
  switch (verdict) {
    case 'order-resumed':
      return 'orderResumed';
    case 'serial-wanted':
      return 'serial';
    case 'all-packed':
      return view.step === 'waybill' ? 'allPacked' : null;
    case 'package-opened':
      return 'packageOpened';
    case 'sealed':
      return 'sealed';
    case 'carrier-wanted':
      return 'carrier';
    case 'package-saved':
    case 'order-saved':
      return view.saved === null || view.saved.waybill === '' ? 'savedNone' : 'saved';
    case 'undone':
      return 'undone';
    case 'order-held':
      return 'held';
    case 'rest-packed':
      return 'rest';
    case 'moved':
      return 'moved';
    case 'move-ready':
      return 'moveReady';
    case 'quantity-set':
      return 'quantity';
    case 'quantity-asked':
      return 'quantityAsked';
    case 'asked':
      return 'asked';
    case 'waybill-parked':
      return 'waybillParked';
    case 'item-parked':
      return 'itemParked';
    case 'batch-started':
      return 'batch';
    case 'not-now':
      return 'notNow';
    case 'order-opened':
    case 'item-accepted':
    case 'line-complete':
    case 'serial-accepted':
    case 'order-closed':
    case 'acknowledged':
    case 'cancelled':
    case 'code-ignored':
    case 'repeated':
    case 'ready':
    case 'batch-ended':
    case 'operator-changed':
    case 'duplicate-ignored':
    case 'double-read':
    case 'pull-ignored':
    case 'nothing-to-undo':
    case 'undo-too-late':
    case 'package-empty':
    case 'no-order-open':
      return null;
  }
}
