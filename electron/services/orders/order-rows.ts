import type { RowProblem } from '../../../shared/contract/job.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import { lineLike } from '../../../shared/domain/line-like.ts';
import type { Order, OrderLine } from '../../../shared/domain/order.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { DAY_MS, isoFromMs } from '../../../shared/kernel/time.ts';
import { readDeadline } from './read-deadline.ts';
import { createRowFields } from './row-fields.ts';

/** A row of an order file that is right by itself, ready to be staged. */
export type StagedRow = {
  readonly row: number;
  readonly line: OrderLine;
  readonly note: string;
  /** The waybill printed for it already, or empty; absent in rows staged by an older version. */
  readonly waybill?: string;
  /** Epoch ms, or null. */
  readonly deadlineMs: number | null;
};

/** An order number as an import file may give it. */
export const ORDER_ID = /^[0-9A-Za-z_-]{1,40}$/;
/** A platform id of goods: digits or a short code. */
export const GOODS_ID = /^[0-9A-Za-z._:-]{1,64}$/;
/** A waybill as people type it; its form is brought into order afterwards. */
const LABEL = /^[0-9A-Za-z -]{6,40}$/;
const CODE = /^[^\u0000-\u001F]{1,100}$/;
/** A ship-by time further away than this is a slip, or a date counted from another day zero. */
const FARTHEST_DEADLINE_MS = 2 * 365 * DAY_MS;

/** Which order a row belongs to, as far as it can be told: even a refused row refuses the rest of its order. */
export const orderIdOf = (record: ImportRecord): string | null => {
  const id = record.cells.order_id ?? '';
  return ORDER_ID.test(id) && !record.lost.includes('order_id') ? id : null;
};

/** Checks one row of an order file by itself. */
export function readOrderRow(record: ImportRecord, nowMs: number): Result<StagedRow, readonly RowProblem[]> {
  const fields = createRowFields(record);
  fields.requiredId('order_id', ORDER_ID);
  const line: OrderLine = {
    lineNo: 1,
    productId: fields.id('product_id', GOODS_ID),
    skuId: fields.id('sku_id', GOODS_ID),
    skuCode: fields.id('sku_code', CODE),
    barcode: fields.id('barcode', CODE),
    title: fields.text('title', 500),
    variant: fields.text('variant', 200),
    quantity: fields.pieces('quantity'),
    refundedQuantity: 0,
    afterSaleQuantity: 0,
    shippedQuantity: 0,
    childOrderId: fields.id('child_order_id', GOODS_ID),
    imageUrl: '',
    needsSerialNumber: false,
  };
  if (line.productId + line.skuId + line.skuCode + line.barcode === '') fields.refuse('sku_id', 'missing');
  const note = fields.text('receiver_note', 500);
  const deadlineMs = record.cells.deadline === undefined ? null : readDeadline(record.cells.deadline);
  if (record.cells.deadline !== undefined && deadlineMs === null) fields.refuse('deadline', 'bad-format');
  if (deadlineMs !== null && Math.abs(deadlineMs - nowMs) > FARTHEST_DEADLINE_MS)
    fields.refuse('deadline', 'out-of-range');
  const waybill = normaliseWaybill(fields.id('waybill', LABEL));
  if (fields.problems.length > 0) return err(fields.problems);
  return ok({ row: record.row, line, note, deadlineMs, waybill });
}

/** Platforms whose shipments name goods by product and SKU id: an order nobody pulls needs both. */
const NAMED_BY_IDS: ReadonlySet<PlatformId> = new Set(['wechat-channels', 'wechat-mini-shop', 'wechat-dropship']);

/**
 * What is wrong with the rows of one order taken together: goods given twice, goods a pulled order does not have, ids
 * the platform will want and nobody else can supply.
 */
export function checkOrderRows(
  rows: readonly StagedRow[],
  platform: PlatformId,
  pulled: Order | null,
): readonly RowProblem[] {
  const seen = new Map<string, number>();
  const problems: RowProblem[] = [];
  for (const { row, line } of rows) {
    const goods = [line.productId, line.skuId, line.childOrderId, line.skuId === '' ? line.skuCode + line.barcode : ''];
    const value = line.skuId || line.skuCode || line.barcode || line.productId;
    const first = seen.get(goods.join('|'));
    if (first === undefined) seen.set(goods.join('|'), row);
    else problems.push({ row, column: 'sku_id', reason: 'duplicate', value, detail: `#${first}` });
    if (pulled !== null && lineLike(pulled, line) === undefined)
      problems.push({ row, column: 'sku_id', reason: 'goods-not-in-order', value, detail: '' });
    if (pulled === null && NAMED_BY_IDS.has(platform) && (line.productId === '' || line.skuId === ''))
      problems.push({
        row,
        column: line.productId === '' ? 'product_id' : 'sku_id',
        reason: 'missing',
        value: '',
        detail: '',
      });
  }
  return problems;
}

/** The order its rows make. The earliest ship-by time counts; different notes are all kept. */
export function orderFromRows(
  key: { readonly shopId: string; readonly orderId: string; readonly platform: PlatformId },
  rows: readonly StagedRow[],
): Order {
  const labels = [...new Set(rows.map(({ waybill }) => waybill ?? ''))].filter((waybill) => waybill !== '');
  const deadlines = rows.flatMap(({ deadlineMs }) => deadlineMs ?? []);
  return {
    ...key,
    status: 'to-ship',
    rawStatus: '',
    deliverMethod: 'courier',
    flags: [],
    note: [...new Set(rows.map(({ note }) => note))].filter((note) => note !== '').join('\n'),
    deadline: deadlines.length === 0 ? null : isoFromMs(Math.min(...deadlines)),
    createdAt: null,
    updatedAt: null,
    lines: rows.map(({ line }, index) => ({ ...line, lineNo: index + 1 })),
    parcels: [],
    ...(labels.length === 0 ? {} : { labels }),
  };
}
