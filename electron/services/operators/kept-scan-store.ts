import type { Database } from 'better-sqlite3';
import { type ScanOrigin, ScanOriginSchema } from '../../../shared/contract/scans.ts';

/** A scan as it came to a locked desk; `origin` is null for callers that do not number their scans. */
export type KeptScan = { readonly text: string; readonly origin: ScanOrigin | null; readonly atMs: number };
export type KeptScanRow = KeptScan & { readonly no: number };

/** Longest text of a kept scan; real labels stay far below, and what is cut off is refused at the bench anyway. */
const MAX_TEXT = 1_024;

/** The only SQL on `kept_scan`: what was scanned while nobody was signed in, on the disk and in order. */
export type KeptScanStore = {
  /** Gives how many are kept now; the same scan handed in twice is kept once. */
  readonly keep: (scan: KeptScan) => number;
  readonly list: () => readonly KeptScanRow[];
  readonly count: () => number;
  readonly drop: (no: number) => void;
  readonly dropAll: () => number;
};

type Row = { readonly no: number; readonly at_ms: number; readonly text: string; readonly origin: string | null };

/** Opens the kept scans over their table. */
export function createKeptScanStore(database: Database): KeptScanStore {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO kept_scan (at_ms, text, origin, run, seq) VALUES (@atMs, @text, @origin, @run, @seq)',
  );
  const select = database.prepare<[], Row>('SELECT no, at_ms, text, origin FROM kept_scan ORDER BY no');
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM kept_scan');
  const remove = database.prepare('DELETE FROM kept_scan WHERE no = ?');
  const removeAll = database.prepare('DELETE FROM kept_scan');
  const kept = (): number => count.get()?.count ?? 0;
  return {
    keep: ({ text, origin, atMs }) => {
      const known = origin === null ? null : JSON.stringify(origin);
      insert.run({
        ...{ atMs, text: text.slice(0, MAX_TEXT), origin: known },
        ...{ run: origin?.run ?? null, seq: origin?.seq ?? null },
      });
      return kept();
    },
    list: () => select.all().map(fromRow),
    count: kept,
    drop: (no) => void remove.run(no),
    dropAll: () => removeAll.run().changes,
  };
}

const fromRow = ({ no, at_ms: atMs, text, origin }: Row): KeptScanRow => ({
  ...{ no, atMs, text },
  origin: origin === null ? null : (ScanOriginSchema.safeParse(JSON.parse(origin)).data ?? null),
});
