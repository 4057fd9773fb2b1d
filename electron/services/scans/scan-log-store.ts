import type { Database } from 'better-sqlite3';
import type { z } from 'zod';
import {
  ScanFiguresSchema,
  type ScanOrigin,
  type ScanRecord,
  ScanRecordSchema,
} from '../../../shared/contract/scans.ts';
import type { RecentScan, Verdict } from '../../../shared/contract/verdict.ts';
import { VerdictSchema } from '../../../shared/contract/verdict.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';

/** One raw scan, or one key (`isKey`, its text the action as JSON), and what became of it. */
export type ScanEntry = {
  readonly atMs: number;
  readonly text: string;
  readonly origin: ScanOrigin | null;
  readonly isKey: boolean;
  /** What the bench waited for before. */
  readonly step: string;
  readonly took: RecentScan['took'];
  readonly verdict: Verdict;
  /** Code of the problem, or empty. */
  readonly reason: string;
  readonly operator: string;
};

/** The only SQL on `raw_scan`. */
export type ScanLog = {
  /** The verdict a numbered scan got before, or null when it is new. */
  readonly verdictOf: (origin: Pick<ScanOrigin, 'run' | 'seq'>) => Verdict | null;
  /** Writes an entry together with what else the scan changes: both are on the disk, or neither. */
  readonly record: (entry: ScanEntry, also?: () => void) => void;
  /** Newest first; `before` is the id of the last one already known. */
  readonly newest: (page: { readonly limit: number; readonly before?: number | undefined }) => readonly ScanRecord[];
  /** Oldest first, after an id. */
  readonly after: (id: number, limit: number) => readonly ScanRecord[];
  readonly figures: (sinceMs: number) => z.infer<typeof ScanFiguresSchema>;
  /** Deletes up to `limit` entries older than `atMs`; returns how many. */
  readonly forgetBefore: (atMs: number, limit: number) => number;
};

/** Longest text kept of one scan, in UTF-16 units; real codes stay below half of it. */
const KEPT_TEXT = 1_000;

type Row = Omit<ScanRecord, 'at' | 'origin' | 'isKey'> & {
  readonly at_ms: number;
  readonly origin: string | null;
  readonly is_key: number;
};

const COLUMNS = 'id, at_ms, text, origin, is_key, step, took, verdict, reason, operator';

/** Opens the log over its table. */
export function createScanLog(database: Database): ScanLog {
  const known = database.prepare<[string, number], { verdict: string }>(
    'SELECT verdict FROM raw_scan WHERE run = ? AND seq = ?',
  );
  const insert = database.prepare(
    `INSERT INTO raw_scan (at_ms, run, seq, is_key, text, origin, ime, step, took, verdict, reason, operator)
     VALUES (@atMs, @run, @seq, @isKey, @text, @origin, @ime, @step, @took, @verdict, @reason, @operator)`,
  );
  const newest = database.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} FROM raw_scan WHERE id < ? ORDER BY id DESC LIMIT ?`,
  );
  const after = database.prepare<[number, number], Row>(
    `SELECT ${COLUMNS} FROM raw_scan WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const figures = database.prepare<[number], Record<string, number>>(FIGURES);
  const forget = database.prepare(
    'DELETE FROM raw_scan WHERE id IN (SELECT id FROM raw_scan WHERE at_ms < ? ORDER BY at_ms LIMIT ?)',
  );
  const write = database.transaction((entry: ScanEntry, also: () => void) => {
    insert.run(rowOf(entry));
    also();
  });
  return {
    verdictOf: ({ run, seq }) => {
      const row = known.get(run, seq);
      return row === undefined ? null : VerdictSchema.parse(row.verdict);
    },
    record: (entry, also = () => undefined) => write(entry, also),
    newest: ({ limit, before }) => newest.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(recordOf),
    after: (id, limit) => after.all(id, limit).map(recordOf),
    figures: (sinceMs) => ScanFiguresSchema.parse(figures.get(sinceMs)),
    forgetBefore: (atMs, limit) => forget.run(atMs, limit).changes,
  };
}

const FIGURES = `SELECT COUNT(*) AS scans,
  COALESCE(SUM(verdict = 'refused'), 0) AS refused,
  COALESCE(SUM(verdict IN ('double-read', 'duplicate-ignored')), 0) AS doubles,
  COALESCE(SUM(ime = 'rebuilt'), 0) AS imeRebuilt,
  COALESCE(SUM(ime = 'unreliable'), 0) AS imeRefused,
  COALESCE(SUM(reason = 'no-suffix'), 0) AS noSuffix
FROM raw_scan WHERE at_ms >= ? AND is_key = 0`;

const rowOf = (entry: ScanEntry): Record<string, string | number | null> => ({
  ...entry,
  isKey: entry.isKey ? 1 : 0,
  text: entry.text.slice(0, KEPT_TEXT),
  run: entry.origin?.run ?? null,
  seq: entry.origin?.seq ?? null,
  ime: entry.origin?.ime ?? 'none',
  origin: entry.origin === null ? null : JSON.stringify(entry.origin),
});

const recordOf = ({ at_ms, is_key, origin, ...row }: Row): ScanRecord =>
  ScanRecordSchema.parse({
    ...row,
    at: isoFromMs(at_ms),
    isKey: is_key === 1,
    origin: origin === null ? null : (JSON.parse(origin) as unknown),
  });
