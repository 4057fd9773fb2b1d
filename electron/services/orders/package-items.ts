import type { ImportColumn } from '../../../shared/domain/import-columns.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import type { PackageItem, SerialNumber } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ShipmentRow } from './shipment-rows.ts';
import type { Remaining } from './shippable.ts';

/** What is wrong with the goods of a package: the row, its column and the reason. */
export type GoodsProblem = {
  readonly row: ShipmentRow;
  readonly column: ImportColumn;
  readonly reason: 'goods-not-in-order' | 'quantity-exceeds' | 'inconsistent' | 'missing' | 'not-possible';
};

type Packed = { readonly line: OrderLine; quantity: number; readonly serialNumbers: SerialNumber[] };

/**
 * The goods of a package from its rows. Rows without goods mean everything that is left; then there is no row with
 * goods beside them, and serial numbers can only belong to the one line that is left.
 */
export function itemsOfPackage(
  order: Order,
  left: Remaining,
  rows: readonly ShipmentRow[],
): Result<readonly PackageItem[], GoodsProblem> {
  const [first] = rows;
  if (first === undefined) throw new Error('a package has at least one row');
  const odd = rows.find((row) => (row.goods === null) !== (first.goods === null));
  if (odd !== undefined) return err({ row: odd, column: 'sku_id', reason: 'inconsistent' });
  const packed = first.goods === null ? everythingLeft(order, left, rows) : namedGoods(order, left, rows);
  return packed.ok ? ok(packed.value.map(toItem)) : packed;
}

function everythingLeft(
  order: Order,
  left: Remaining,
  rows: readonly ShipmentRow[],
): Result<readonly Packed[], GoodsProblem> {
  const packed = order.lines.flatMap((line): Packed[] => {
    const quantity = left.get(line.lineNo) ?? 0;
    return quantity === 0 ? [] : [{ line, quantity, serialNumbers: [] }];
  });
  const [only] = packed;
  const [first] = rows;
  if (only === undefined && first !== undefined) return err({ row: first, column: 'order_id', reason: 'not-possible' });
  const numbered = rows.find((row) => row.serialNumbers.length > 0);
  if (numbered !== undefined && packed.length > 1) return err({ row: numbered, column: 'sku_id', reason: 'missing' });
  for (const row of rows) only?.serialNumbers.push(...row.serialNumbers);
  return ok(packed);
}

function namedGoods(
  order: Order,
  left: Remaining,
  rows: readonly ShipmentRow[],
): Result<readonly Packed[], GoodsProblem> {
  const packed = new Map<number, Packed>();
  for (const row of rows) {
    if (row.goods === null) continue;
    const { productId, skuId, childOrderId, quantity } = row.goods;
    const lines = order.lines.filter(
      (line) =>
        (productId === '' || line.productId === productId) &&
        (skuId === '' || line.skuId === skuId) &&
        (childOrderId === '' || line.childOrderId === childOrderId),
    );
    if (lines.length === 0) return err({ row, column: 'sku_id', reason: 'goods-not-in-order' });
    if (new Set(lines.map((line) => `${line.productId}/${line.skuId}`)).size > 1)
      return err({ row, column: 'sku_id', reason: 'missing' });
    let pieces = quantity;
    for (const line of lines) {
      const box = packed.get(line.lineNo) ?? { line, quantity: 0, serialNumbers: [] };
      const here = Math.min(pieces, (left.get(line.lineNo) ?? 0) - box.quantity);
      if (here <= 0) continue;
      box.quantity += here;
      if (pieces === quantity) box.serialNumbers.push(...row.serialNumbers);
      packed.set(line.lineNo, box);
      pieces -= here;
    }
    if (pieces > 0) return err({ row, column: 'quantity', reason: 'quantity-exceeds' });
  }
  return ok([...packed.values()].toSorted((a, b) => a.line.lineNo - b.line.lineNo));
}

const toItem = ({ line, quantity, serialNumbers }: Packed): PackageItem => ({
  productId: line.productId,
  skuId: line.skuId,
  quantity,
  ...(line.childOrderId === '' ? {} : { childOrderId: line.childOrderId }),
  ...(serialNumbers.length === 0 ? {} : { serialNumbers }),
});
