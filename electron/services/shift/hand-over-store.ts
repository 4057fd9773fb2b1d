import type { Database } from 'better-sqlite3';

/** A label the courier took. */
export type HandedOver = {
  readonly waybill: string;
  readonly carrier: string;
  readonly atMs: number;
  readonly operator: string;
};

/** The only SQL on `hand_over`. */
export type HandOverStore = {
  readonly of: (waybill: string) => HandedOver | null;
  readonly put: (handed: HandedOver) => void;
  /** False where the courier does not have it. */
  readonly undo: (waybill: string, by: string, nowMs: number) => boolean;
  /** Everything taken from one number on, oldest first. */
  readonly since: (fromSeq: number) => readonly HandedOver[];
  readonly latest: (fromSeq: number, limit: number) => readonly HandedOver[];
  readonly newestSeq: () => number;
};

const SELECT = 'SELECT waybill, carrier_name AS carrier, at_ms AS atMs, operator FROM hand_over';

/** Opens the hand-overs over their table. */
export function createHandOverStore(database: Database): HandOverStore {
  const one = database.prepare<[string], HandedOver>(`${SELECT} WHERE waybill = ? AND undone_at_ms IS NULL`);
  const insert = database.prepare<[HandedOver]>(
    'INSERT INTO hand_over (waybill, carrier_name, at_ms, operator) VALUES (@waybill, @carrier, @atMs, @operator)',
  );
  const undo = database.prepare(
    'UPDATE hand_over SET undone_at_ms = ?, undone_by = ? WHERE waybill = ? AND undone_at_ms IS NULL',
  );
  const since = database.prepare<[number], HandedOver>(
    `${SELECT} WHERE seq >= ? AND undone_at_ms IS NULL ORDER BY seq`,
  );
  const latest = database.prepare<[number, number], HandedOver>(
    `${SELECT} WHERE seq >= ? AND undone_at_ms IS NULL ORDER BY seq DESC LIMIT ?`,
  );
  const newest = database.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM hand_over');
  return {
    of: (waybill) => one.get(waybill) ?? null,
    put: (handed) => void insert.run(handed),
    undo: (waybill, by, nowMs) => undo.run(nowMs, by, waybill).changes === 1,
    since: (fromSeq) => since.all(fromSeq),
    latest: (fromSeq, limit) => latest.all(fromSeq, limit),
    newestSeq: () => newest.get()?.seq ?? 0,
  };
}
