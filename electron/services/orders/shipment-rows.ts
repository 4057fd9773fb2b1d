import type { RowProblem } from '../../../shared/contract/job.ts';
import { isChineseEan } from '../../../shared/domain/barcode.ts';
import type { ImportColumn, ImportRecord } from '../../../shared/domain/import-columns.ts';
import { normaliseWaybill, WAYBILL_PATTERN } from '../../../shared/domain/waybill.ts';
import type { CourseInfo, SerialNumber } from '../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { GOODS_ID, ORDER_ID } from './order-rows.ts';
import { readDeadline } from './read-deadline.ts';
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
  readonly serialNumbers: readonly SerialNumber[];
  /** Where a course that is sold as virtual goods is found; null for everything else. */
  readonly course: CourseInfo | null;
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
    serialNumbers: readSerialNumbers(fields),
    course: readCourse(fields, record),
  };
  if (row.shop === '') fields.refuse('shop', 'missing');
  if (row.course !== null && row.deliver === 'courier') fields.refuse('course_appid', 'inconsistent');
  if (row.deliver === 'none' && row.waybill !== '') fields.refuse('waybill', 'inconsistent');
  return fields.problems.length > 0 ? err(fields.problems) : ok(row);
}

/** IMEI codes belong to the one piece of a row with one serial number. */
function readSerialNumbers(fields: RowFields): readonly SerialNumber[] {
  const numbers = fields
    .id('serial_number', /^[^\u0000-\u001F]{1,1000}$/)
    .split(/[\s,;|，；、]+/)
    .filter((text) => text !== '');
  if (numbers.some((text) => text.length > 64)) fields.refuse('serial_number', 'too-long');
  const [imei1, imei2] = [fields.id('imei1', IMEI), fields.id('imei2', IMEI)];
  const [serialNumber, another] = numbers;
  if (imei1 === '' && imei2 === '') return numbers.map((number) => ({ serialNumber: number }));
  if (serialNumber === undefined || another !== undefined || imei1 === '') {
    fields.refuse('imei1', 'inconsistent');
    return [];
  }
  return [{ serialNumber, imei1, ...(imei2 === '' ? {} : { imei2 }) }];
}

/** Fourteen digits or hexadecimal marks of a device, or the fifteen to seventeen of an IMEI. */
const IMEI = /^[0-9A-Fa-f]{14,17}$/;

/** A course needs its mini-program and the page in it; its times may be left out. */
function readCourse(fields: RowFields, record: ImportRecord): CourseInfo | null {
  const { course_appid, course_path, course_start, course_end } = record.cells;
  if ([course_appid, course_path, course_start, course_end].every((cell) => cell === undefined)) return null;
  const appId = fields.text('course_appid', 64);
  const path = fields.text('course_path', 512);
  if (appId === '') fields.refuse('course_appid', 'missing');
  if (path === '') fields.refuse('course_path', 'missing');
  const startTimeS = readCourseTime(fields, 'course_start', course_start);
  const endTimeS = readCourseTime(fields, 'course_end', course_end);
  return {
    appId,
    path,
    ...(startTimeS === null ? {} : { startTimeS }),
    ...(endTimeS === null ? {} : { endTimeS }),
  };
}

function readCourseTime(
  fields: RowFields,
  column: 'course_start' | 'course_end',
  text: string | undefined,
): number | null {
  // A day alone is a ship-by time's way to say its end; a course begins at an hour.
  const ms = text === undefined || !/:|^\d{5}\./.test(text) ? null : readDeadline(text);
  if (text !== undefined && ms === null) fields.refuse(column, 'bad-format', '2026-12-01 18:00');
  return ms === null ? null : Math.floor(ms / SECOND_MS);
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
