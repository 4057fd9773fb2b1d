import { describe, expect, it } from 'vitest';
import {
  NEW_WATCH,
  onPackageGone,
  onReading,
  type ScaleWatch,
} from '../../../../renderer/scanning/devices/scale-watch.ts';

const frames = (watch: ScaleWatch, ...grams: readonly number[]): ScaleWatch =>
  grams.reduce((now, each) => onReading(now, { grams: each, stable: true }), watch);

describe('the weight of the package on the bench', () => {
  it('is what stands still on the scale', () => {
    expect(onReading(NEW_WATCH, { grams: 1_200, stable: false }).settled).toBeNull();
    expect(frames(NEW_WATCH, 1_234).settled).toBe(1_234);
    expect(frames(NEW_WATCH, 0).settled).toBeNull();
    expect(frames(NEW_WATCH, -10).settled).toBeNull();
  });

  it('of a scale that does not say when it stands still is what it repeats', () => {
    const says = (watch: ScaleWatch, grams: number): ScaleWatch => onReading(watch, { grams, stable: null });
    let watch = says(says(says(NEW_WATCH, 500), 500), 500);
    expect(watch.settled).toBeNull();
    watch = says(watch, 500);
    expect(watch.settled).toBe(500);
    expect(says(watch, 510).settled).toBeNull();
  });

  it('is never what still lies there from the package before, trembling or not', () => {
    const saved = onPackageGone(frames(NEW_WATCH, 1_234));
    expect(saved.settled).toBeNull();
    expect(frames(saved, 1_234, 1_236, 1_232).settled).toBeNull();
    expect(frames(saved, 1_234, 0, 1_234).settled).toBe(1_234);
    expect(frames(saved, 2_000).settled).toBe(2_000);
  });
});
