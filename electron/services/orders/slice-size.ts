/** Work of one slice; a scan that comes meanwhile waits for it and for the commit behind it. */
const BUDGET_MS = 1.5;
/** Fewer would only multiply the commits, where it is the disk or another program that takes the time. */
const LEAST = 10;
const MOST = 100;

/** Of the first slice, before anything is known of this machine. */
export const FIRST_SLICE = 16;

/** How many orders the next slice takes, from how long this one worked (without its commit, which is the disk's affair). */
export const nextSliceSize = (size: number, workedMs: number): number =>
  workedMs > BUDGET_MS
    ? Math.max(LEAST, Math.floor((size * BUDGET_MS) / workedMs))
    : Math.min(MOST, Math.ceil(size * 1.5));
