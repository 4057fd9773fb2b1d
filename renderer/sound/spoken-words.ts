import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import type { Problem } from '../../shared/contract/problem.ts';
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
  | 'weightAsked'
  | 'photoMissed'
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
  const count = key === 'held' ? (view.aside?.shelf ?? 0) : (view.quantity ?? 1);
  return { words: { key, digits, count }, critical: false };
}

export function refusal({ blocked }: Pick<PackingView, 'blocked'>): SpokenWords | null {
  if (blocked === null) return null;
  const { problem } = blocked;
  return {
    words: { problem: problem.code, flag: flagOf(problem) },
    critical: stopsTheBox(problem),
  };
}

const flagOf = (problem: Problem): string | null =>
  problem.code === 'order-flagged' ? problem.flag : problem.code === 'box-stopped' ? problem.reason : null;

function verdictKey(verdict: Exclude<Verdict, 'refused'>, view: PackingView): VoiceKey | null {
  if (verdict === 'all-packed' && view.order?.weighing?.weigh === 'must') return 'weightAsked';
  if (verdict === 'all-packed') return view.step === 'waybill' ? 'allPacked' : null;
  if (verdict === 'package-saved' || verdict === 'order-saved')
    return view.saved === null || view.saved.waybill === '' ? 'savedNone' : 'saved';
  return KEYS[verdict];
}

/** Null where the sound says enough. */
const KEYS: Readonly<
  Record<Exclude<Verdict, 'refused' | 'all-packed' | 'package-saved' | 'order-saved'>, VoiceKey | null>
> = {
  'order-resumed': 'orderResumed',
  'serial-wanted': 'serial',
  'package-opened': 'packageOpened',
  sealed: 'sealed',
  'carrier-wanted': 'carrier',
  undone: 'undone',
  'order-held': 'held',
  'rest-packed': 'rest',
  moved: 'moved',
  'move-ready': 'moveReady',
  'quantity-set': 'quantity',
  'quantity-asked': 'quantityAsked',
  'weight-asked': 'weightAsked',
  weighed: null,
  'waybill-waits': null,
  'photo-asked': null,
  'photo-taken': null,
  'photo-missed': 'photoMissed',
  'photo-excused': null,
  asked: 'asked',
  'waybill-parked': 'waybillParked',
  'item-parked': 'itemParked',
  'batch-started': 'batch',
  'not-now': 'notNow',
  'order-opened': null,
  'item-accepted': null,
  'line-complete': null,
  'serial-accepted': null,
  'order-closed': null,
  acknowledged: null,
  cancelled: null,
  'code-ignored': null,
  repeated: null,
  ready: null,
  'batch-ended': null,
  'operator-changed': null,
  'handed-over': null,
  'duplicate-ignored': null,
  'double-read': null,
  'pull-ignored': null,
  'nothing-to-undo': null,
  'undo-too-late': null,
  'package-empty': null,
  'no-order-open': null,
};
