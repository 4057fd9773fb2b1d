import type { PackLineView } from '../../../shared/contract/packing.ts';

export type ItemRank = 'next' | 'waiting' | 'done';
export type RankedLine = { readonly line: PackLineView; readonly rank: ItemRank };

/**
 * Next goods first, then what else is missing, then what is done. The line just worked on stays next until it is full, and
 * the one whose serial number is asked for is next whatever its count says.
 */
export function rankLines(
  lines: readonly PackLineView[],
  touched: number | null,
  asked: number | null = null,
): readonly RankedLine[] {
  const open = lines.filter((line) => line.packed < line.wanted);
  const next = lines.find((line) => line.lineNo === asked) ?? open.find((line) => line.lineNo === touched) ?? open[0];
  const waiting = open.filter((line) => line !== next);
  const done = lines.filter((line) => line.packed >= line.wanted && line !== next);
  return [
    ...(next ? [{ line: next, rank: 'next' as const }] : []),
    ...waiting.map((line) => ({ line, rank: 'waiting' as const })),
    ...done.map((line) => ({ line, rank: 'done' as const })),
  ];
}

/** The line whose count differs between two views of one order, or null. */
export function touchedLine(before: readonly PackLineView[], after: readonly PackLineView[]): number | null {
  const counts = new Map(before.map((line) => [line.lineNo, line.packed]));
  return after.find((line) => counts.has(line.lineNo) && counts.get(line.lineNo) !== line.packed)?.lineNo ?? null;
}
