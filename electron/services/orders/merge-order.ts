import { lineLike } from '../../../shared/domain/line-like.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';

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

function complete(line: OrderLine, known: OrderLine | undefined): OrderLine {
  if (known === undefined) return line;
  return {
    ...line,
    barcode: line.barcode === '' ? known.barcode : line.barcode,
    skuCode: line.skuCode === '' ? known.skuCode : line.skuCode,
    imageUrl: line.imageUrl === '' ? known.imageUrl : line.imageUrl,
  };
}
