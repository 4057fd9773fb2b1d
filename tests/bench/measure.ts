import { performance } from 'node:perf_hooks';

export const now = (): number => performance.now();

/** The p-th percentile (0–100) of samples, nearest rank. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1));
  return sorted[rank] ?? Number.NaN;
}

/** Milliseconds each call of `task` took. */
export function timeEach(times: number, task: (index: number) => void): number[] {
  return Array.from({ length: times }, (_, index) => {
    const startedAt = now();
    task(index);
    return now() - startedAt;
  });
}

/** p50 / p95 / p99 in ms, for printing. */
export const spread = (samples: readonly number[]): string =>
  [50, 95, 99].map((p) => `p${p} ${percentile(samples, p).toFixed(2)}`).join('  ') + ' ms';

/** The median of per-round ratios: absolute figures drift, ratios of one round do not. */
export const medianRatio = (ours: readonly number[], peer: readonly number[]): number =>
  percentile(
    ours.map((value, round) => value / (peer[round] ?? Number.NaN)),
    50,
  );

export const mean = (samples: readonly number[]): number =>
  samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

export const median = (samples: readonly number[]): number => percentile(samples, 50);
