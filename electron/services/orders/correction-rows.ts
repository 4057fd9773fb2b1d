import type { RowProblem } from '../../../shared/contract/job.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { ORDER_ID } from './order-rows.ts';
import { createRowFields } from './row-fields.ts';
import { readGoods, readWaybillCell, type RowGoods } from './shipment-rows.ts';

/** A row of a correction file that is right by itself. */
export type CorrectionRow = {
  readonly record: ImportRecord;
  readonly shop: string;
  readonly orderId: string;
  /** Waybills in their normal form; carriers as written, empty where left to the app. */
  readonly from: string;
  readonly fromCarrier: string;
  readonly to: string;
  readonly toCarrier: string;
  readonly goods: RowGoods | null;
};

/** Checks one row of a correction file by itself. */
export function readCorrectionRow(record: ImportRecord): Result<CorrectionRow, readonly RowProblem[]> {
  const fields = createRowFields(record);
  const row: CorrectionRow = {
    record,
    shop: fields.text('shop', 80),
    orderId: fields.requiredId('order_id', ORDER_ID),
    from: readWaybillCell(fields, record, 'old_waybill'),
    fromCarrier: fields.text('old_carrier', 64),
    to: readWaybillCell(fields, record, 'new_waybill'),
    toCarrier: fields.text('new_carrier', 64),
    goods: readGoods(fields, record),
  };
  if (row.shop === '') fields.refuse('shop', 'missing');
  if (row.from === '') fields.refuse('old_waybill', 'missing');
  if (row.to === '') fields.refuse('new_waybill', 'missing');
  return fields.problems.length > 0 ? err(fields.problems) : ok(row);
}
