import type { Order, OrderLine } from './order.ts';

/** The line of an order that holds the goods of `wanted`: by ids, else by the article number, else by the barcode. */
export function lineLike(order: Pick<Order, 'lines'>, wanted: OrderLine): OrderLine | undefined {
  if (wanted.productId !== '' || wanted.skuId !== '') {
    const same = order.lines.find((line) => isSameGoods(line, wanted));
    if (same !== undefined) return same;
    const near = order.lines.find((line) => line.skuId !== '' && line.skuId === wanted.skuId);
    if (near !== undefined) return near;
  }
  return (
    order.lines.find((line) => line.skuCode !== '' && line.skuCode === wanted.skuCode) ??
    order.lines.find((line) => line.barcode !== '' && line.barcode === wanted.barcode)
  );
}

/** True when two lines mean the same goods of the same child order. */
const isSameGoods = (a: OrderLine, b: OrderLine): boolean =>
  a.productId === b.productId && a.skuId === b.skuId && a.childOrderId === b.childOrderId;
