import type { Database } from 'better-sqlite3';
import type { StoryScan } from '../../../shared/contract/history.ts';
import { ScanRecordSchema } from '../../../shared/contract/scans.ts';
import { HOUR_MS, SECOND_MS, isoFromMs } from '../../../shared/kernel/time.ts';

/** How long an order may have been on the bench before its package was saved. */
const LONGEST_MS = 4 * HOUR_MS;
const MOST_SCANS = 300;

/** What was scanned and pressed for a package. Only reads. */
export type OrderScans = {
  /** From the scan that opened the order to the save, as far as no other order was opened between; oldest first. */
  readonly before: (save: {
    readonly orderId: string;
    readonly operator: string;
    readonly atMs: number;
  }) => readonly StoryScan[];
};

type Row = Omit<StoryScan, 'at' | 'isKey'> & { readonly id: number; readonly at_ms: number; readonly is_key: number };

/** The part of the log a save needs, along its index on time. */
export const SCANS_OF_SAVE = `SELECT id, at_ms, text, is_key, took, verdict, reason, operator FROM raw_scan
  WHERE at_ms >= ? AND at_ms <= ? AND operator = ? ORDER BY at_ms DESC, id DESC LIMIT ?`;

/** Prepares the read over the log of raw scans. */
export function createOrderScans(database: Database): OrderScans {
  const read = database.prepare<[number, number, string, number], Row>(SCANS_OF_SAVE);
  return {
    before: ({ orderId, operator, atMs }) => {
      const rows = read.all(atMs - LONGEST_MS, atMs + SECOND_MS, operator, MOST_SCANS);
      const opened = rows.findIndex((row) => row.took === 'order');
      const own = rows[opened]?.text.toUpperCase().includes(orderId.toUpperCase()) === true;
      return (own ? rows.slice(0, opened + 1) : []).toReversed().map(scanOf);
    },
  };
}

const scanOf = ({ at_ms, is_key, id: _place, ...row }: Row): StoryScan => ({
  ...row,
  at: isoFromMs(at_ms),
  isKey: is_key === 1,
  took: ScanRecordSchema.shape.took.parse(row.took),
});
