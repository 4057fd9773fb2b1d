import type { ScaleReading } from '../../../shared/domain/scale-frame.ts';

/** What is known of the scale since the last package was saved. Grams throughout. */
export type ScaleWatch = {
  /** What lies on it now; null before it said anything. */
  readonly grams: number | null;
  /** Frames in a row with this weight. */
  readonly same: number;
  /** What still lay on it when the last package was saved; null once that was lifted or changed. */
  readonly left: number | null;
  /** The weight that stands still and belongs to the package on the bench; null while there is none. */
  readonly settled: number | null;
};

export const NEW_WATCH: ScaleWatch = { grams: null, same: 0, left: null, settled: null };

/** Scales that do not say whether they stand still: as many equal frames as come within about half a second. */
const FRAMES_OF_REST = 4;
/** A scale's last digit trembles; a lifted box is more. */
const TREMBLE_GRAMS = 5;

/** One more frame. The box of the last package is never taken for the next one's: it has to leave the scale first. */
export function onReading(watch: ScaleWatch, { grams, stable }: ScaleReading): ScaleWatch {
  const same = watch.grams === grams ? watch.same + 1 : 1;
  const lies = watch.left !== null && Math.abs(grams - watch.left) <= TREMBLE_GRAMS;
  const rests = stable ?? same >= FRAMES_OF_REST;
  return { grams, same, left: lies ? watch.left : null, settled: rests && !lies && grams > 0 ? grams : null };
}

/** A package was saved: what lies on the scale is weighed already. */
export const onPackageGone = (watch: ScaleWatch): ScaleWatch => ({ ...watch, left: watch.grams, settled: null });
