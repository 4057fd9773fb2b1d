import type { RowProblem } from '../../../shared/contract/job.ts';
import { isChineseEan } from '../../../shared/domain/barcode.ts';
import type { ImportColumn, ImportRecord } from '../../../shared/domain/import-columns.ts';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { GOODS_ID, ORDER_ID } from './order-rows.ts';
import { createRowFields, type RowFields } from './row-fields.ts';

/** Goods that a row names; ids it leaves out are empty. */
export type RowGoods = {
  readonly productId: string;
  readonly skuId: string;
  readonly childOrderId: string;
  readonly quantity: number;
};

/** A row of a shipment file that is right by itself. */
export type ShipmentRow = {
  readonly record: ImportRecord;
  readonly shop: string;
  readonly orderId: string;
  readonly carrier: string;
  /** Normalised; empty for goods that need no courier. */
  readonly waybill: string;
  /** Null where the row leaves the delivery to the order. */
  readonly deliver: 'courier' | 'none' | null;
  readonly goods: RowGoods | null;
  readonly serialNumbers: readonly string[];
};

/** How a row says that goods need no courier (`deliver_type` 3 of the platforms) or do (1). */
const DELIVER_WORDS: Readonly<Record<string, 'courier' | 'none'>> = {
  '1': 'courier',
  courier: 'courier',
  express: 'courier',
  快递: 'courier',
  自寄快递: 'courier',
  物流: 'courier',
  '3': 'none',
  none: 'none',
  virtual: 'none',
  虚拟: 'none',
  虚拟商品: 'none',
  无需物流: 'none',
  无需快递: 'none',
  虚拟发货: 'none',
};

/** Checks one row of a shipment file by itself. */
export function readShipmentRow(record: ImportRecord): Result<ShipmentRow, readonly RowProblem[]> {
  const fields = createRowFields(record);
  const row: ShipmentRow = {
    record,
    shop: fields.text('shop', 80),
    orderId: fields.requiredId('order_id', ORDER_ID),
    carrier: fields.text('carrier', 64),
    waybill: readWaybillCell(fields, record, 'waybill'),
    deliver: readDeliverType(fields, record),
    goods: readGoods(fields, record),
    serialNumbers: (record.cells.serial_number ?? '').split(/[\s,;|，；、]+/).filter((text) => text !== ''),
  };
  if (row.shop === '') fields.refuse('shop', 'missing');
  fields.id('serial_number', /^[^\u0000-\u001F]{1,1000}$/);
  if (row.serialNumbers.some((text) => text.length > 64)) fields.refuse('serial_number', 'too-long');
  if (row.deliver === 'none' && row.waybill !== '') fields.refuse('waybill', 'inconsistent');
  return fields.problems.length > 0 ? err(fields.problems) : ok(row);
}

/** A waybill cell as waybills are stored and compared; what cannot be one is refused. */
export function readWaybillCell(fields: RowFields, record: ImportRecord, column: ImportColumn): string {
  const waybill = normaliseWaybill(record.cells[column] ?? '');
  if (record.lost.includes(column)) fields.refuse(column, 'lost-digits');
  else if (waybill !== '' && !isWaybill(waybill, record)) fields.refuse(column, 'bad-format');
  return waybill;
}

const isWaybill = (waybill: string, record: ImportRecord): boolean =>
  WAYBILL_PATTERN.test(waybill) && !isChineseEan(waybill) && waybill !== record.cells.order_id;

function readDeliverType(fields: RowFields, record: ImportRecord): ShipmentRow['deliver'] {
  const text = record.cells.deliver_type;
  if (text === undefined) return null;
  const deliver = DELIVER_WORDS[text.normalize('NFKC').toLowerCase()];
  if (deliver === undefined) fields.refuse('deliver_type', 'bad-format', '1 / 3');
  return deliver ?? null;
}

/** Null where no goods column is filled: everything still unshipped is meant. */
export function readGoods(fields: RowFields, record: ImportRecord): RowGoods | null {
  const { product_id, sku_id, quantity, child_order_id } = record.cells;
  if ([product_id, sku_id, quantity, child_order_id].every((cell) => cell === undefined)) return null;
  if (product_id === undefined && sku_id === undefined && child_order_id === undefined)
    fields.refuse('sku_id', 'missing');
  return {
    productId: fields.id('product_id', GOODS_ID),
    skuId: fields.id('sku_id', GOODS_ID),
    childOrderId: fields.id('child_order_id', GOODS_ID),
    quantity: fields.pieces('quantity'),
  };
}
