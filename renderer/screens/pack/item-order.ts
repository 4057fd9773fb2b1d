import type { PackLineView } from '../../../shared/contract/packing.ts';

export type ItemRank = 'next' | 'waiting' | 'done';
export type RankedLine = { readonly line: PackLineView; readonly rank: ItemRank };

/** Next goods first, then what else is missing, then what is done; the line just worked on stays next until it is full. */
export function rankLines(lines: readonly PackLineView[], touched: number | null): readonly RankedLine[] {
  const open = lines.filter((line) => line.packed < line.wanted);
  const next = open.find((line) => line.lineNo === touched) ?? open[0];
  const waiting = open.filter((line) => line !== next);
  const done = lines.filter((line) => line.packed >= line.wanted);
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
