import type { PackingView } from '../../../shared/contract/packing.ts';

/** What an undo took back, for the announcement every undo has to make. */
export type Undone =
  | { readonly kind: 'piece'; readonly title: string }
  | { readonly kind: 'box-open'; readonly no: number }
  | { readonly kind: 'box-gone'; readonly no: number }
  | { readonly kind: 'choice' }
  | { readonly kind: 'step' };

/** Reads what was undone from the bench before and after. */
export function undone(before: PackingView | null, after: PackingView): Undone {
  if (!before) return { kind: 'step' };
  if (before.carrierChoice && !after.carrierChoice) return { kind: 'choice' };
  const packed = new Map(before.order?.lines.map((line) => [line.lineNo, line.packed]));
  const lighter = after.order?.lines.find((line) => line.packed < (packed.get(line.lineNo) ?? 0));
  if (lighter) return { kind: 'piece', title: lighter.title };
  const gone = before.packages.find((box) => !after.packages.some((left) => left.no === box.no));
  if (gone) return { kind: 'box-gone', no: gone.no };
  const states = new Map(before.packages.map((box) => [box.no, box.state]));
  const reopened = after.packages.find((box) => box.state === 'open' && states.get(box.no) === 'sealed');
  return reopened ? { kind: 'box-open', no: reopened.no } : { kind: 'step' };
}
