import type { RowProblem } from '../contract/job.ts';
import type { ImportColumn } from '../domain/import-columns.ts';

/** Names of the columns of import files as a person reads them. */
export const COLUMNS_EN: Readonly<Record<ImportColumn, string>> = {
  shop: 'shop',
  order_id: 'order number',
  product_id: 'product id',
  sku_id: 'SKU id',
  sku_code: 'article number',
  barcode: 'barcode',
  title: 'title',
  variant: 'variant',
  quantity: 'quantity',
  child_order_id: 'child order',
  receiver_note: 'note',
  deadline: 'ship-by time',
  carrier: 'carrier',
  waybill: 'waybill',
  old_carrier: 'old carrier',
  old_waybill: 'old waybill',
  new_waybill: 'new waybill',
  new_carrier: 'new carrier',
  serial_number: 'serial number',
  deliver_type: 'delivery type',
  imei1: 'IMEI',
  imei2: 'second IMEI',
  course_appid: 'course AppID',
  course_path: 'course path',
  course_start: 'course start',
  course_end: 'course end',
};

/** One sentence for each reason a row is refused, with what to do; `column` is already the readable name. */
export const ROW_PROBLEMS_EN: Readonly<Record<RowProblem['reason'], (column: string, value: string) => string>> = {
  missing: (column) => `The ${column} is empty. Fill it in and import this row again.`,
  'not-a-number': (column, value) => `The ${column} must be a whole number; it says “${value}”.`,
  'out-of-range': (column, value) => `The ${column} “${value}” is outside the allowed range.`,
  'bad-format': (column, value) => `The ${column} is not written as it should be: “${value}”. Follow the template.`,
  'too-long': (column) => `The ${column} is too long. Check whether two cells were joined into one.`,
  'unknown-shop': (_column, value) =>
    `There is no shop called “${value}”. Add it under Shops, or write the name of an existing one.`,
  'unknown-carrier': (_column, value) =>
    `“${value}” is not on this shop’s list of carriers. Refresh the list, or use a name that is on it.`,
  'ambiguous-carrier': (_column, value) => `“${value}” fits more than one carrier. Write the carrier’s code instead.`,
  'unknown-order': (_column, value) =>
    `Order “${value}” is not here. Pull or import orders first, and check that the shop is right.`,
  'goods-not-in-order': (column, value) => `These goods are not in the order (${column}: ${value}).`,
  'quantity-exceeds': (_column, value) => `The quantity “${value}” is more than is still unshipped in the order.`,
  duplicate: (column, value) => `The ${column} “${value}” is already in the file or in the system.`,
  'waybill-used': (_column, value) => `Waybill “${value}” already belongs to another package. Use a new waybill.`,
  inconsistent: (column, value) =>
    `Rows of one package disagree: the ${column} “${value}” differs from the rows before it.`,
  rule: (column) => `The platform does not allow a package like this (${column}).`,
  'lost-digits': (column, value) =>
    `The digits of the ${column} were changed by a spreadsheet program (${value}). Set the column to Text and type the full number again.`,
  'not-possible': (column, value) => `This row cannot be done now (${column}: ${value}).`,
};
