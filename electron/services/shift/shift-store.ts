import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import {
  type ShiftParcel,
  ShiftParcelSchema,
  type ShiftSummary,
  ShiftSummarySchema,
  type ShiftView,
  ShiftViewSchema,
} from '../../../shared/contract/shift.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';

/** The first op and hand-over of a shift, and where it ended. */
export type ShiftSpan = { readonly fromOp: number; readonly fromHand: number };
export type ShiftEnd = { readonly toOp: number; readonly toHand: number };
export type ShiftNote = { readonly owner: string; readonly note: string; readonly settledBy: string };

/** The only SQL on `shift`, `shift_parcel` and `shift_note`. */
export type ShiftStore = {
  readonly running: () => (ShiftSpan & { readonly shift: ShiftView }) | null;
  /** Where the last closed shift ended; null before the first one. */
  readonly lastEnd: () => ShiftEnd | null;
  readonly start: (shift: ShiftView, span: ShiftSpan) => void;
  readonly close: (closed: ShiftSummary, end: ShiftEnd, parcels: readonly ShiftParcel[]) => void;
  /** Newest first; only those somebody started or closed, unless `operator` is null. */
  readonly closed: (operator: string | null, limit: number) => readonly ShiftSummary[];
  readonly find: (id: string) => ShiftSummary | null;
  readonly parcels: (id: string) => readonly ShiftParcel[];
  /** Parcels of the last closed shift that did not agree. */
  readonly leftOpen: () => readonly ShiftParcel[];
  readonly noteOf: (parcel: string) => ShiftNote | null;
  readonly putNote: (parcel: string, note: ShiftNote, nowMs: number) => void;
  readonly together: <Value>(change: () => Value) => Value;
};

type Row = {
  seq: number;
  id: string;
  started_at_ms: number;
  started_by: string;
  checks: string;
  note: string;
  from_op: number;
  from_hand: number;
  to_op: number | null;
  to_hand: number | null;
  closed_at_ms: number | null;
  closed: string | null;
};

const ClosingSchema = ShiftSummarySchema.pick({ closedBy: true, closingNote: true, audit: true, figures: true });

/** Opens shifts over their tables. */
export function createShiftStore(database: Database): ShiftStore {
  const last = database.prepare<[], Row>(
    'SELECT * FROM shift WHERE closed_at_ms IS NOT NULL ORDER BY seq DESC LIMIT 1',
  );
  const parcelsOf = database
    .prepare<[string], string>(
      'SELECT body FROM shift_parcel WHERE shift_seq = (SELECT seq FROM shift WHERE id = ?) ORDER BY no',
    )
    .pluck();
  const parcels = (id: string): readonly ShiftParcel[] =>
    parcelsOf.all(id).map((body) => ShiftParcelSchema.parse(JSON.parse(body)));
  return {
    ...writing(database),
    ...notes(database),
    ...reading(database),
    parcels,
    lastEnd: () => {
      const row = last.get();
      return row === undefined ? null : { toOp: row.to_op ?? 0, toHand: row.to_hand ?? 0 };
    },
    leftOpen: () => {
      const row = last.get();
      return row === undefined ? [] : parcels(row.id).filter(({ difference }) => difference !== null);
    },
    together: (change) => database.transaction(change).immediate(),
  };
}

function writing(database: Database): Pick<ShiftStore, 'start' | 'close'> {
  const insert = database.prepare(
    `INSERT INTO shift (id, started_at_ms, started_by, checks, note, from_op, from_hand) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const close = database.prepare(
    'UPDATE shift SET closed_at_ms = ?, closed = ?, to_op = ?, to_hand = ? WHERE id = ? AND closed_at_ms IS NULL',
  );
  const keep = database.prepare(
    'INSERT INTO shift_parcel (shift_seq, no, body) VALUES ((SELECT seq FROM shift WHERE id = ?), ?, ?)',
  );
  return {
    start: ({ id, startedAt, startedBy, checks, note }, { fromOp, fromHand }) => {
      insert.run(id, Date.parse(startedAt), startedBy, JSON.stringify(checks), note, fromOp, fromHand);
    },
    close: ({ id, closedAt, closedBy, closingNote, audit, figures }, { toOp, toHand }, all) => {
      close.run(Date.parse(closedAt), JSON.stringify({ closedBy, closingNote, audit, figures }), toOp, toHand, id);
      all.forEach((parcel, no) => keep.run(id, no, JSON.stringify(parcel)));
    },
  };
}

function notes(database: Database): Pick<ShiftStore, 'noteOf' | 'putNote'> {
  const select = database.prepare<[string], ShiftNote>(
    'SELECT owner, note, settled_by AS settledBy FROM shift_note WHERE parcel = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO shift_note (parcel, owner, note, settled_by, at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (parcel) DO UPDATE SET owner = excluded.owner, note = excluded.note,
       settled_by = excluded.settled_by, at_ms = excluded.at_ms`,
  );
  return {
    noteOf: (parcel) => select.get(parcel) ?? null,
    putNote: (parcel, { owner, note, settledBy }, nowMs) => void upsert.run(parcel, owner, note, settledBy, nowMs),
  };
}

function reading(database: Database): Pick<ShiftStore, 'running' | 'closed' | 'find'> {
  const open = database.prepare<[], Row>('SELECT * FROM shift WHERE closed_at_ms IS NULL');
  const byId = database.prepare<[string], Row>('SELECT * FROM shift WHERE id = ? AND closed_at_ms IS NOT NULL');
  const list = database.prepare<[string | null, string | null, string | null, number], Row>(
    `SELECT * FROM shift WHERE closed_at_ms IS NOT NULL
       AND (? IS NULL OR started_by = ? OR json_extract(closed, '$.closedBy') = ?) ORDER BY seq DESC LIMIT ?`,
  );
  return {
    running: () => {
      const row = open.get();
      return row === undefined ? null : { shift: viewOf(row), fromOp: row.from_op, fromHand: row.from_hand };
    },
    closed: (operator, limit) => list.all(operator, operator, operator, limit).map(summaryOf),
    find: (id) => {
      const row = byId.get(id);
      return row === undefined ? null : summaryOf(row);
    },
  };
}

const viewOf = (row: Row): ShiftView =>
  ShiftViewSchema.parse({
    id: row.id,
    startedAt: isoFromMs(row.started_at_ms),
    startedBy: row.started_by,
    checks: JSON.parse(row.checks) as unknown,
    note: row.note,
  });

const summaryOf = (row: Row): ShiftSummary => ({
  ...viewOf(row),
  closedAt: isoFromMs(row.closed_at_ms ?? 0),
  ...ClosingSchema.parse(z.record(z.string(), z.unknown()).parse(JSON.parse(row.closed ?? '{}'))),
});
