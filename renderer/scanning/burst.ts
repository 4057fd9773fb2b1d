import type { ScanTiming } from '../../shared/contract/scans.ts';

/**
 * Longest silence inside one run of keys; a slower key starts a new run. Long enough for a hub that hiccups after the first
 * keys of a code: half a code would be worse than a key too many, which no order and no goods answer to.
 */
export const RUN_GAP_MS = 600;
/** A scanner that stalls mid-code (a busy hub, a radio link) goes on within this. */
export const STALL_MS = 1_500;
/** Threshold of a wired scanner, until a calibration has measured this one. */
export const WIRED_MS = 60;
/** Gaps kept of one run for its timing; longer codes are told by their beginning. */
const KEPT_GAPS = 64;

/** One character of a run, from the key as the page saw it and from the physical key. */
export type RunChar = {
  readonly char: string;
  /** What the physical key stands for, or null where that is not known. */
  readonly coded: string | null;
  /** An input method had the key, or made something else of it. */
  readonly rebuilt: boolean;
  readonly style: 'row' | 'numpad' | 'alt-numpad';
};

/** Keys that came one after another, with as much timing as is needed to tell a scanner from a hand. */
export type Run = {
  readonly text: string;
  /** The same keys as a US keyboard means them, or null once one of them is not known. */
  readonly coded: string | null;
  readonly keys: number;
  readonly startedAtMs: number;
  readonly lastAtMs: number;
  /** Gaps counted, and how many were at most 35, at most 50 ms and at most the scanner's own threshold. No stalls. */
  readonly gaps: number;
  readonly within35: number;
  readonly within50: number;
  readonly withinThreshold: number;
  readonly thresholdMs: number;
  readonly gapsMs: readonly number[];
  readonly rebuilt: boolean;
  /** The characters an input method had. */
  readonly taken: string;
  readonly style: RunChar['style'];
  /** False where keys before the first one may have gone elsewhere. */
  readonly whole: boolean;
};

export const startRun = (
  char: RunChar,
  atMs: number,
  { thresholdMs, whole }: Pick<Run, 'thresholdMs' | 'whole'>,
): Run => ({
  text: char.char,
  coded: char.coded,
  keys: 1,
  startedAtMs: atMs,
  lastAtMs: atMs,
  gaps: 0,
  within35: 0,
  within50: 0,
  withinThreshold: 0,
  thresholdMs,
  gapsMs: [],
  rebuilt: char.rebuilt,
  taken: char.rebuilt ? char.char : '',
  style: char.style,
  whole,
});

export function growRun(run: Run, char: RunChar, atMs: number): Run {
  const gap = atMs - run.lastAtMs;
  const counts = gap <= RUN_GAP_MS ? 1 : 0;
  return {
    ...run,
    text: run.text + char.char,
    coded: run.coded === null || char.coded === null ? null : run.coded + char.coded,
    keys: run.keys + 1,
    lastAtMs: atMs,
    gaps: run.gaps + counts,
    within35: run.within35 + (gap <= 35 ? 1 : 0),
    within50: run.within50 + (gap <= 50 ? 1 : 0),
    withinThreshold: run.withinThreshold + (gap <= run.thresholdMs ? 1 : 0),
    gapsMs: counts === 1 && run.gapsMs.length < KEPT_GAPS ? [...run.gapsMs, gap] : run.gapsMs,
    rebuilt: run.rebuilt || char.rebuilt,
    taken: char.rebuilt ? run.taken + char.char : run.taken,
    style: char.style === 'row' ? run.style : char.style,
  };
}

/**
 * True for four keys or more with a median gap of at most 35 ms, or four gaps in five of at most 50 ms. A scanner that was
 * measured to be slower (Bluetooth) is known by its own threshold, and only where the keys look like a code: a hand types
 * as fast.
 */
export const isBurst = (run: Run): boolean =>
  run.keys >= 4 && (run.within35 * 2 >= run.gaps || run.within50 * 5 >= run.gaps * 4 || isSlowBurst(run));

const isSlowBurst = (run: Run): boolean =>
  run.thresholdMs > WIRED_MS &&
  run.withinThreshold * 5 >= run.gaps * 4 &&
  /^[\x1d\x21-\x7e]{8,}$/.test(run.text) &&
  (run.text.match(/\d/g)?.length ?? 0) * 2 >= run.text.length;

/** Whether a key at `atMs` still belongs to `run`: soon enough, or a scanner's stall. */
export const continues = (run: Run, atMs: number): boolean => {
  const gap = atMs - run.lastAtMs;
  return gap <= RUN_GAP_MS || (isBurst(run) && gap <= STALL_MS);
};

/** How a run was typed. */
export function timingOf(run: Run, suffix: ScanTiming['suffix']): ScanTiming {
  const sorted = [...run.gapsMs].sort((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { keys: run.keys, medianMs: Math.max(0, at(0.5)), p95Ms: Math.max(0, at(0.95)), suffix };
}
