import type { Random } from '../core/random.ts';
import { PRODUCTS } from './catalogue.ts';
import type { GoodsKind, OrderKind, PracticeLine } from './practice-order.ts';
import { practiceShop, type ShopKey } from './practice-shops.ts';
import type { PracticeProduct, PracticeSku } from './product.ts';

/** One line for a SKU, with nothing refunded. */
export const lineOf = (
  { product, sku }: { product: PracticeProduct; sku: PracticeSku },
  quantity: number,
  more: Partial<PracticeLine> = {},
): PracticeLine => ({
  productId: product.productId,
  skuId: sku.skuId,
  skuCode: sku.skuCode,
  articleNumber: sku.articleNumber,
  title: product.title,
  attributes: sku.attributes,
  quantity,
  finishedAfterSale: 0,
  openAfterSale: 0,
  priceFen: sku.priceFen,
  kind: product.kind,
  freeGift: false,
  ...more,
});

/** The goods of an order of the given kind. */
export function practiceLines(kind: OrderKind, shop: ShopKey, random: Random): PracticeLine[] {
  switch (kind) {
    case 'virtual':
    case 'course':
    case 'subsidy':
      return [pickLine(shop, kind, random, 1)];
    case 'quantity':
      return [pickLine(shop, 'goods', random, random.int(2, 6))];
    case 'several':
      return severalLines(shop, random, random.int(2, 4));
    case 'split':
    case 'part-shipped':
      return severalLines(shop, random, random.int(2, 3)).map((line) => ({ ...line, quantity: random.int(2, 4) }));
    case 'gift': {
      const [bought, gift] = severalLines(shop, random, 2);
      if (bought === undefined || gift === undefined) throw new Error('A gift order has two lines');
      return [bought, { ...gift, quantity: 1, freeGift: true, priceFen: 0 }];
    }
    case 'part-refunded': {
      const [kept, refunded] = severalLines(shop, random, 2);
      if (kept === undefined || refunded === undefined) throw new Error('A refunded order has two lines');
      return [kept, { ...refunded, finishedAfterSale: refunded.quantity }];
    }
    case 'after-sale': {
      const line = pickLine(shop, 'goods', random, random.int(1, 2));
      return [{ ...line, openAfterSale: line.quantity }];
    }
    default:
      return random.next() < 0.7 ? [pickLine(shop, 'goods', random, 1)] : severalLines(shop, random, 2);
  }
}

function pickLine(shop: ShopKey, kind: GoodsKind, random: Random, quantity: number): PracticeLine {
  const product = random.pick(
    PRODUCTS.filter((candidate) => candidate.range === practiceShop(shop).sells && candidate.kind === kind),
  );
  return lineOf({ product, sku: random.pick(product.skus) }, quantity);
}

/** Lines of different SKUs. */
function severalLines(shop: ShopKey, random: Random, count: number): PracticeLine[] {
  const lines = new Map<string, PracticeLine>();
  while (lines.size < count) {
    const line = pickLine(shop, 'goods', random, random.next() < 0.75 ? 1 : 2);
    lines.set(line.skuId, line);
  }
  return [...lines.values()];
}
