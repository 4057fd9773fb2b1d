import type { OrderKind } from './practice-order.ts';

/** The first orders everybody meets, easiest first; the practice sheet starts with them. */
const FIRST_ORDERS: readonly OrderKind[] = [
  'single',
  'quantity',
  'several',
  'single',
  'split',
  'note',
  'gift',
  'late',
  'several',
  'subsidy',
];

/** What a block of fifty later orders is made of. */
const BLOCK: readonly (readonly [OrderKind, number])[] = [
  ['single', 13],
  ['several', 9],
  ['quantity', 5],
  ['split', 4],
  ['note', 4],
  ['late', 3],
  ['gift', 2],
  ['virtual', 1],
  ['course', 1],
  ['subsidy', 2],
  ['after-sale', 1],
  ['address-change', 1],
  ['part-refunded', 1],
  ['part-shipped', 1],
];

/** Kinds too rare for every block, one block each in turn. */
const RARE: readonly (readonly [OrderKind, OrderKind])[] = [
  ['sku-change', 'shipped'],
  ['risk', 'unpaid'],
  ['shipped', 'cancelled'],
  ['sku-change', 'risk'],
];

const BLOCK_ORDERS: readonly OrderKind[] = BLOCK.flatMap(([kind, count]) => Array<OrderKind>(count).fill(kind));
const BLOCK_LENGTH = BLOCK_ORDERS.length + 2;

/** The kind of the order at a position (from 1). Kinds are spread over their block by a stride that visits each place once. */
export function plannedKind(seq: number): OrderKind {
  const first = FIRST_ORDERS[seq - 1];
  if (first !== undefined) return first;
  const later = seq - FIRST_ORDERS.length - 1;
  const block = Math.floor(later / BLOCK_LENGTH);
  const place = ((later % BLOCK_LENGTH) * STRIDE) % BLOCK_LENGTH;
  const rare = RARE[block % RARE.length];
  return BLOCK_ORDERS[place] ?? rare?.[place - BLOCK_ORDERS.length] ?? 'single';
}

/** Coprime with the block's length of 50. */
const STRIDE = 7;
