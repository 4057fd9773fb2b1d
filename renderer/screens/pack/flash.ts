import type { MildVerdict, PackingView, Verdict } from '../../../shared/contract/packing.ts';
import type { benchZh } from '../../i18n/zh-CN/bench.ts';
import type { VerdictNews } from '../../state/packing-store.ts';
import { type Undone, undone } from './undone.ts';

/** What the band shows for a moment after an input. It never holds up the next one. */
export type Flash =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'saved'; readonly waybill: string; readonly carrier: string; readonly left: number }
  | { readonly kind: 'note'; readonly note: 'duplicate' | 'closed' | 'acknowledged' }
  /** A key that means nothing now, and why; the work goes on. */
  | { readonly kind: 'mild'; readonly why: MildVerdict }
  | { readonly kind: 'said'; readonly said: Said; readonly tail: string; readonly count: number }
  | { readonly kind: 'undone'; readonly what: Undone };

/** A sentence of the band that only says what was done. */
export type Said = keyof typeof benchZh.note;

const SAID: Partial<Readonly<Record<Verdict, Said>>> = {
  'order-held': 'held',
  'order-resumed': 'resumed',
  'rest-packed': 'rest',
  moved: 'moved',
  'move-ready': 'moveReady',
  'quantity-set': 'quantity',
  'waybill-parked': 'waybillParked',
  'waybill-waits': 'waybillWaits',
  'item-parked': 'itemParked',
  cancelled: 'cancelled',
  'code-ignored': 'ignored',
  ready: 'ready',
  'batch-started': 'batchStarted',
  'batch-ended': 'batchEnded',
  'not-now': 'notNow',
  'photo-asked': 'photoAsked',
  'photo-taken': 'photoTaken',
  'photo-missed': 'photoMissed',
  'photo-excused': 'photoExcused',
};

export const ACCEPTED_MS = 500;
export const SAVED_MS = 1_500;
const NOTE_MS = 2_000;
/** A place on the shelf is read while the box is carried there. */
const SHELF_MS = 6_000;

/** What to flash for a verdict and for how long, or null. */
export function flashFor({
  verdict,
  before,
  view,
}: VerdictNews): { readonly flash: Flash; readonly ms: number } | null {
  switch (verdict) {
    case 'package-saved':
    case 'order-saved':
      return { flash: savedFlash(verdict, before, view), ms: SAVED_MS };
    case 'undone':
      return { flash: { kind: 'undone', what: undone(before, view) }, ms: NOTE_MS };
    case 'duplicate-ignored':
      return { flash: { kind: 'note', note: 'duplicate' }, ms: NOTE_MS };
    case 'order-closed':
      return { flash: { kind: 'note', note: 'closed' }, ms: NOTE_MS };
    case 'acknowledged':
      return { flash: { kind: 'note', note: 'acknowledged' }, ms: NOTE_MS };
    case 'nothing-to-undo':
    case 'undo-too-late':
    case 'package-empty':
    case 'no-order-open':
      return { flash: { kind: 'mild', why: verdict }, ms: NOTE_MS };
    case 'double-read':
    case 'pull-ignored':
    case 'refused':
    case 'serial-wanted':
    case 'carrier-wanted':
    case 'asked':
    case 'quantity-asked':
    case 'weight-asked':
    case 'repeated':
      return null;
    default:
      return said(verdict, view) ?? { flash: { kind: 'accepted' }, ms: ACCEPTED_MS };
  }
}

function said(verdict: Verdict, view: PackingView): { readonly flash: Flash; readonly ms: number } | null {
  const words = SAID[verdict];
  if (words === undefined) return null;
  const tail = (view.parked.waybill ?? '').slice(-4);
  if (view.aside !== null && words === 'held')
    return { flash: { kind: 'said', said: 'shelved', tail, count: view.aside.shelf }, ms: SHELF_MS };
  return { flash: { kind: 'said', said: words, tail, count: view.quantity ?? 1 }, ms: NOTE_MS };
}

function savedFlash(verdict: Verdict, before: PackingView | null, view: PackingView): Flash {
  const known = new Set(before?.packages.filter((box) => box.state === 'saved').map((box) => box.no));
  const box = view.packages.find(({ no, state }) => state === 'saved' && !known.has(no));
  const waybill = box?.waybill ?? view.saved?.waybill ?? '';
  const carrier = box?.carrierName ?? view.saved?.carrierName ?? '';
  const open = view.packages.filter(({ state }) => state !== 'saved');
  const packed = open.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0);
  return { kind: 'saved', waybill, carrier, left: verdict === 'order-saved' ? 0 : view.unpacked + packed };
}
