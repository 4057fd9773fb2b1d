import { shippableQuantity, type Order, type OrderLine } from '../order.ts';
import type { PackageItem, SendPayload } from '../shipment.ts';
import type { ComposeRefusal } from './compose-refusal.ts';

/** The goods of one SKU, however many lines or items name them. */
export type SkuQuantity = { readonly productId: string; readonly skuId: string; readonly quantity: number };

/** Adds up what a package holds per SKU. */
export function quantitiesPerSku(items: readonly SkuQuantity[]): readonly SkuQuantity[] {
  const perSku = new Map<string, SkuQuantity>();
  for (const { productId, skuId, quantity } of items) {
    const key = JSON.stringify([productId, skuId]);
    perSku.set(key, { productId, skuId, quantity: quantity + (perSku.get(key)?.quantity ?? 0) });
  }
  return [...perSku.values()];
}

/** The lines of an order that are this SKU. */
export const linesOfSku = (order: Order, sku: Sku): readonly OrderLine[] =>
  order.lines.filter((line) => isSameSku(line, sku));

type Sku = Pick<SkuQuantity, 'productId' | 'skuId'>;

const isSameSku = (one: Sku, other: Sku): boolean => one.productId === other.productId && one.skuId === other.skuId;

/** True where both hold the same goods, however many items name them. */
export function sameGoods(some: readonly SkuQuantity[], others: readonly SkuQuantity[]): boolean {
  const [left, right] = [quantitiesPerSku(some), quantitiesPerSku(others)];
  return (
    left.length === right.length &&
    left.every((sku) => right.some((other) => isSameSku(sku, other) && sku.quantity === other.quantity))
  );
}

/** True where all of `goods` are among `held`. */
export const holdsGoods = (held: readonly SkuQuantity[], goods: readonly SkuQuantity[]): boolean =>
  quantitiesPerSku(goods).every((sku) =>
    quantitiesPerSku(held).some((other) => isSameSku(sku, other) && other.quantity >= sku.quantity),
  );

/** True where the order still waits for all of these goods: then nobody shipped them. */
export const stillShippable = (order: Order, goods: readonly SkuQuantity[]): boolean =>
  quantitiesPerSku(goods).every((sku) => sum(linesOfSku(order, sku).map(shippableQuantity)) >= sku.quantity);

/** The line an item is of: that of its child order, else the first of its SKU. */
export const lineOfItem = (order: Order, item: PackageItem): OrderLine | undefined =>
  order.lines.find((line) => line.childOrderId !== '' && line.childOrderId === item.childOrderId) ??
  linesOfSku(order, item)[0];

/** What an item is called to a person. */
export const titleOfItem = (order: Order, item: PackageItem): string =>
  lineOfItem(order, item)?.title || item.skuId || item.productId;

/** No platform takes goods that are not in the order, are refunded, in an open after-sale case, or more than what is left. */
export function checkQuantities(order: Order, payload: SendPayload): ComposeRefusal | null {
  for (const sku of quantitiesPerSku(payload.items)) {
    const lines = linesOfSku(order, sku);
    const [first] = lines;
    if (first === undefined) return { rule: 'goods-not-in-order', detail: sku.skuId || sku.productId };
    const left = sum(lines.map(shippableQuantity));
    if (sku.quantity <= left) {
      // Pieces in an open case are refused by every platform (108009, 60040); those beside them may leave.
      if (sku.quantity <= left - sum(lines.map((line) => line.afterSaleQuantity))) continue;
      return { rule: 'after-sale-open', detail: first.title || sku.skuId };
    }
    const refunded = sum(lines.map((line) => line.refundedQuantity));
    return sku.quantity <= left + refunded
      ? { rule: 'after-sale-finished', detail: first.title || sku.skuId }
      : { rule: 'quantity-exceeds-order', detail: first.title || sku.skuId };
  }
  return null;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
