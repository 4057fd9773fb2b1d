import type { Order, OrderLine } from '../../../shared/domain/order.ts';

/** True when two lines mean the same goods of the same child order. */
const isSameGoods = (a: OrderLine, b: OrderLine): boolean =>
  a.productId === b.productId && a.skuId === b.skuId && a.childOrderId === b.childOrderId;

/** What the platform says, completed with what only an import knew: a barcode, an article number. */
export function mergePulled(known: Order | null, pulled: Order): Order {
  if (known === null) return pulled;
  return { ...withLabels(pulled, known), lines: pulled.lines.map((line) => complete(line, lineLike(known, line))) };
}

/** A pulled order with what an import adds to it. Status, quantities, parcels and times stay the platform's. */
export function mergeImported(pulled: Order, imported: Order): Order {
  return {
    ...withLabels(pulled, imported.labels === undefined ? pulled : imported),
    note: pulled.note === '' ? imported.note : pulled.note,
    lines: pulled.lines.map((line) => complete(line, lineLike(imported, line))),
  };
}

/** The platforms do not tell which waybill was printed for an order that has not left. */
const withLabels = (order: Order, { labels }: Order): Order => (labels === undefined ? order : { ...order, labels });

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

function complete(line: OrderLine, known: OrderLine | undefined): OrderLine {
  if (known === undefined) return line;
  return {
    ...line,
    barcode: line.barcode === '' ? known.barcode : line.barcode,
    skuCode: line.skuCode === '' ? known.skuCode : line.skuCode,
    imageUrl: line.imageUrl === '' ? known.imageUrl : line.imageUrl,
  };
}
