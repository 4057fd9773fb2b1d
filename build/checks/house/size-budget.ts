import type { SourceFile } from './source-files.ts';

const most = { median: 90, p90: 250, file: 350 } as const;

export interface SizeReport {
  readonly files: number;
  readonly median: number;
  readonly p90: number;
  readonly breaches: readonly string[];
}

/** Line counts against the budget: a file nobody can hold in the head is split before it is merged. */
export function measureSizes(files: readonly SourceFile[]): SizeReport {
  const code = files.filter(({ path }) => !path.endsWith('.md'));
  const sorted = code.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const median = quantile(sorted, 0.5);
  const p90 = quantile(sorted, 0.9);
  const tooLong = code.filter(({ lines }) => lines > most.file);
  return {
    files: code.length,
    median,
    p90,
    breaches: [
      ...tooLong.map(({ path, lines }) => `${path}: ${lines} lines, at most ${most.file}`),
      ...(median > most.median ? [`the median file has ${median} lines, at most ${most.median}`] : []),
      ...(p90 > most.p90 ? [`the 90th percentile is ${p90} lines, at most ${most.p90}`] : []),
    ],
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
