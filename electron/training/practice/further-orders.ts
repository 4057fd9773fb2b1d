import { buildOrder } from './build-order.ts';
import type { OrderKind, PracticeOrder } from './practice-order.ts';
import type { ShopKey } from './practice-shops.ts';

/** What the orders of each shop beside the two Channels shops are, easiest first; the list starts again at its end. */
const PLANS: readonly (readonly [shop: ShopKey, kinds: readonly OrderKind[]])[] = [
  [
    'mini',
    [
      'single',
      'several',
      'quantity',
      'same-city',
      'split',
      'pickup',
      'single',
      'note',
      'gift',
      'several',
      'late',
      'part-shipped',
      'after-sale',
      'quantity',
      'part-refunded',
      'same-city',
      'several',
      'shipped',
      'unpaid',
      'cancelled',
    ],
  ],
  [
    'supplier',
    [
      'single',
      'several',
      'shipped',
      'quantity',
      'split',
      'single',
      'shipped',
      'note',
      'several',
      'late',
      'part-shipped',
      'gift',
      'single',
      'quantity',
      'shipped',
      'several',
      'after-sale',
      'single',
      'split',
      'cancelled',
    ],
  ],
  [
    'taobao',
    [
      'single',
      'several',
      'quantity',
      'split',
      'single',
      'note',
      'several',
      'gift',
      'part-shipped',
      'late',
      'after-sale',
      'single',
      'part-refunded',
      'risk',
      'virtual',
      'shipped',
      'several',
      'unpaid',
      'cancelled',
      'single',
    ],
  ],
  [
    'douyin',
    [
      'single',
      'several',
      'quantity',
      'split',
      'single',
      'subsidy',
      'several',
      'note',
      'part-shipped',
      'late',
      'after-sale',
      'gift',
      'split',
      'part-refunded',
      'risk',
      'several',
      'shipped',
      'unpaid',
      'cancelled',
      'single',
    ],
  ],
];

/** The first `count` orders of every further shop; `firstSeq` is the position of the first one. */
export const furtherOrders = ({
  seed,
  baseMs,
  count,
  firstSeq,
}: {
  readonly seed: number;
  readonly baseMs: number;
  readonly count: number;
  readonly firstSeq: number;
}): PracticeOrder[] =>
  PLANS.flatMap(([shop, kinds], plan) =>
    Array.from({ length: count }, (_, index) =>
      buildOrder({
        seed,
        baseMs,
        seq: firstSeq + plan * count + index,
        kind: kinds[index % kinds.length],
        shop,
      }),
    ),
  );
