import type { PackingView } from '../../../shared/contract/packing.ts';
import type { Flash } from './flash.ts';

export type BandTone = 'ready' | 'ok' | 'input';
export type BandStep = 'order' | 'items' | 'serial' | 'weigh' | 'photo' | 'photoAgain' | 'waybill' | 'carrier' | 'none';
export type BandIcon = BandStep | 'done';

/** Everything the band shows, before it is put into words. */
export type Band = {
  readonly tone: BandTone;
  readonly icon: BandIcon;
  readonly headline:
    | { readonly kind: 'step'; readonly step: BandStep }
    | { readonly kind: 'saved'; readonly tail: string }
    /** Shipping scan by scan. */
    | { readonly kind: 'batch' };
  readonly flash: Flash | null;
  /** Pieces still to be scanned, shown large; null where it would be noise. */
  readonly left: number | null;
  /** How much of the order is scanned, 0 to 1. */
  readonly progress: number | null;
};

/** The state band for a bench. One sentence, one icon, one number: nothing else is read from a metre away. */
export function bandFor(view: PackingView, flash: Flash | null): Band {
  const base = { flash, left: piecesLeft(view), progress: progressOf(view) };
  if (flash?.kind === 'saved')
    return {
      ...base,
      tone: 'ok',
      icon: 'done',
      headline: { kind: 'saved', tail: flash.waybill.slice(-4) },
      left: null,
      progress: view.unpacked === 0 ? 1 : base.progress,
    };
  if (view.batch !== null)
    return { ...base, tone: 'ready', icon: 'waybill', headline: { kind: 'batch' }, left: null, progress: null };
  const step = bandStep(view);
  const accepted = flash?.kind === 'accepted';
  const asks = step === 'serial' || step === 'weigh' || step === 'photoAgain' || step === 'carrier' || step === 'none';
  return {
    ...base,
    tone: asks ? 'input' : accepted ? 'ok' : 'ready',
    icon: accepted && !asks ? 'done' : step,
    headline: { kind: 'step', step },
  };
}

/** The step in the band's words; a finished order waits for the next one; scale and camera may come before the waybill. */
export function bandStep(view: PackingView): BandStep {
  const { step } = view;
  if (step === 'saved') return 'order';
  if (step === 'waybill' && waitsForWeight(view)) return 'weigh';
  if (step === 'waybill') return photoStep(view);
  return step === 'confirm-none' ? 'none' : step;
}

const piecesLeft = (view: PackingView): number | null => (bandStep(view) === 'items' ? view.unpacked : null);

function progressOf(view: PackingView): number | null {
  if (!view.order || view.step === 'saved') return null;
  const wanted = view.order.lines.reduce((sum, line) => sum + line.wanted, 0);
  return wanted === 0 ? null : (wanted - view.unpacked) / wanted;
}

/** The shop wants each package weighed, and this one has not been. */
function waitsForWeight({ order, packages, currentPackage }: PackingView): boolean {
  const box = packages.find(({ no }) => no === currentPackage);
  return order?.weighing?.weigh === 'must' && box !== undefined && box.weightGrams === undefined;
}

/** The shop wants each package photographed: while the camera works the waybill may come, and a failure asks for a hand. */
function photoStep({ order, packages, currentPackage }: PackingView): BandStep {
  const box = packages.find(({ no }) => no === currentPackage);
  if (order?.photo !== 'must' || box === undefined || box.photo !== undefined || box.photoExcused) return 'waybill';
  if (box.photoMissed === undefined) return 'photo';
  return box.photoMissed === 'disk-low' ? 'waybill' : 'photoAgain';
}
