/** Shifts with what they were closed with, and what was handed to the couriers. */
export const shift = {
  version: 10,
  sql: `
CREATE TABLE shift (
  seq           INTEGER PRIMARY KEY,
  id            TEXT NOT NULL UNIQUE,
  started_at_ms INTEGER NOT NULL,
  started_by    TEXT NOT NULL,
  -- JSON: what the start checklist found
  checks        TEXT NOT NULL,
  note          TEXT NOT NULL,
  -- the first op and the first hand-over that belong to it: nothing falls between two shifts
  from_op       INTEGER NOT NULL,
  from_hand     INTEGER NOT NULL,
  to_op         INTEGER,
  to_hand       INTEGER,
  closed_at_ms  INTEGER,
  -- JSON: who closed it, the note, the figures, the end of the audit log
  closed        TEXT,
  CHECK ((closed_at_ms IS NULL) = (closed IS NULL)),
  CHECK ((closed_at_ms IS NULL) = (to_op IS NULL)),
  CHECK ((closed_at_ms IS NULL) = (to_hand IS NULL))
) STRICT;
CREATE UNIQUE INDEX shift_one_open ON shift ((closed_at_ms IS NULL)) WHERE closed_at_ms IS NULL;
CREATE TRIGGER shift_closed_is_kept BEFORE UPDATE ON shift WHEN OLD.closed_at_ms IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed shift is never changed'); END;
CREATE TRIGGER shift_no_delete BEFORE DELETE ON shift BEGIN SELECT RAISE(ABORT, 'shifts are kept'); END;

-- every parcel of a closed shift as it stood then; body is JSON
CREATE TABLE shift_parcel (
  shift_seq INTEGER NOT NULL REFERENCES shift (seq),
  no        INTEGER NOT NULL,
  body      TEXT NOT NULL,
  PRIMARY KEY (shift_seq, no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER shift_parcel_no_update BEFORE UPDATE ON shift_parcel
  BEGIN SELECT RAISE(ABORT, 'a closed shift is never changed'); END;

-- who sees to a difference, and what was found out; key is the package's id or 'held:' with shop and order
CREATE TABLE shift_note (
  parcel     TEXT PRIMARY KEY,
  owner      TEXT NOT NULL,
  note       TEXT NOT NULL,
  settled_by TEXT NOT NULL,
  at_ms      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- what a courier took, label by label; one taken back keeps its row
CREATE TABLE hand_over (
  seq          INTEGER PRIMARY KEY,
  waybill      TEXT NOT NULL,
  carrier_name TEXT NOT NULL,
  at_ms        INTEGER NOT NULL,
  operator     TEXT NOT NULL,
  undone_at_ms INTEGER,
  undone_by    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX hand_over_once ON hand_over (waybill) WHERE undone_at_ms IS NULL;

-- a shipped box that the courier has is no longer here to be found
DROP TRIGGER shop_order_stops_boxes;
CREATE TRIGGER shop_order_stops_boxes AFTER UPDATE OF body ON shop_order
  WHEN (json_array_length(NEW.body, '$.flags') > 0 OR NEW.status = 'closed')
    AND (json_array_length(OLD.body, '$.flags') = 0 OR json_extract(NEW.body, '$.flags[0]') IS NOT json_extract(OLD.body, '$.flags[0]'))
    AND EXISTS (SELECT 1 FROM op WHERE op.order_id = NEW.order_id AND op.shop_id = NEW.shop_id)
  BEGIN
    INSERT INTO stopped_box (op_seq, reason, raised_at_ms)
      SELECT op.seq, coalesce(json_extract(NEW.body, '$.flags[0]'), 'closed'), max(NEW.updated_at_ms, op.created_at_ms)
      FROM op JOIN op_state AS s ON s.op_seq = op.seq
      WHERE op.order_id = NEW.order_id AND op.shop_id = NEW.shop_id AND op.kind = 'send'
        AND s.state NOT IN ('cancelled', 'rejected')
        AND (s.state <> 'shipped' OR (op.created_at_ms > NEW.updated_at_ms - 86400000
          AND NOT EXISTS (SELECT 1 FROM hand_over AS h WHERE h.waybill = op.waybill AND h.undone_at_ms IS NULL)))
        AND NOT EXISTS (SELECT 1 FROM stopped_box AS t WHERE t.op_seq = op.seq);
  END;
`,
} as const;
