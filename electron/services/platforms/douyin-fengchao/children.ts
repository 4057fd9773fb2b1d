import type { PackageItem } from '../../../../shared/domain/shipment.ts';

/** One child order of a package and how many of its pieces are in it. */
export type SentChild = { readonly childOrderId: string; readonly quantity: number };

/** The child orders of a package, each once, by number. */
export function childrenOf(items: readonly PackageItem[]): readonly SentChild[] {
  const quantities = new Map<string, number>();
  for (const { childOrderId = '', quantity } of items)
    quantities.set(childOrderId, (quantities.get(childOrderId) ?? 0) + quantity);
  return [...quantities]
    .map(([childOrderId, quantity]) => ({ childOrderId, quantity }))
    .toSorted((a, b) => (a.childOrderId < b.childOrderId ? -1 : 1));
}
