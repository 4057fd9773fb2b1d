/**
 * Longest silence inside one run of keys; a slower key starts a new run. Long enough for a hub that hiccups after the first
 * keys of a code: half a code would be worse than a key too many, which no order and no goods answer to.
 */
export const RUN_GAP_MS = 600;
/** A scanner that stalls mid-code (a busy hub, a radio link) goes on within this. */
export const STALL_MS = 1_500;

/** Keys that came one after another, with as much timing as is needed to tell a scanner from a hand. */
export type Run = {
  readonly text: string;
  readonly keys: number;
  readonly lastAtMs: number;
  /** Gaps counted, and how many were at most 35 and at most 50 ms. Stalls are not counted. */
  readonly gaps: number;
  readonly within35: number;
  readonly within50: number;
  readonly rebuilt: boolean;
};

export const startRun = (char: string, atMs: number, rebuilt: boolean): Run => ({
  text: char,
  keys: 1,
  lastAtMs: atMs,
  gaps: 0,
  within35: 0,
  within50: 0,
  rebuilt,
});

export function growRun(run: Run, char: string, atMs: number, rebuilt: boolean): Run {
  const gap = atMs - run.lastAtMs;
  const counts = gap <= RUN_GAP_MS ? 1 : 0;
  return {
    text: run.text + char,
    keys: run.keys + 1,
    lastAtMs: atMs,
    gaps: run.gaps + counts,
    within35: run.within35 + (gap <= 35 ? 1 : 0),
    within50: run.within50 + (gap <= 50 ? 1 : 0),
    rebuilt: run.rebuilt || rebuilt,
  };
}

/** True for four keys or more with a median gap of at most 35 ms, or four gaps in five of at most 50 ms. */
export const isBurst = (run: Run): boolean =>
  run.keys >= 4 && (run.within35 * 2 >= run.gaps || run.within50 * 5 >= run.gaps * 4);

/** Whether a key at `atMs` still belongs to `run`: soon enough, or a scanner's stall. */
export const continues = (run: Run, atMs: number): boolean => {
  const gap = atMs - run.lastAtMs;
  return gap <= RUN_GAP_MS || (isBurst(run) && gap <= STALL_MS);
};
