/** The first schema. Frozen once released: change the schema by adding a migration, never by editing this file. */
export const first = {
  version: 1,
  sql: `
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE shop (
  id             TEXT PRIMARY KEY,
  name           TEXT NOT NULL UNIQUE,
  platform       TEXT NOT NULL,
  base_url       TEXT NOT NULL,
  training       INTEGER NOT NULL DEFAULT 0 CHECK (training IN (0, 1)),
  paused         INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
  created_at_ms  INTEGER NOT NULL,
  -- orders changed up to here are known; NULL before the first pull
  pulled_to_ms   INTEGER,
  pulled_at_ms   INTEGER,
  removed_at_ms  INTEGER
) STRICT;

-- sealed by the host's cipher; hints is a JSON object {field: last two characters}
CREATE TABLE shop_secret (
  shop_id       TEXT PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
  cipher        TEXT NOT NULL,
  sealed        BLOB NOT NULL,
  hints         TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE carrier (
  shop_id       TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  code          TEXT NOT NULL,
  name          TEXT NOT NULL,
  fetched_at_ms INTEGER NOT NULL,
  PRIMARY KEY (shop_id, code)
) STRICT, WITHOUT ROWID;

-- the answer a packer gave when a waybill fitted several carriers
CREATE TABLE carrier_choice (
  shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  shape   TEXT NOT NULL,
  code    TEXT NOT NULL,
  PRIMARY KEY (shop_id, shape)
) STRICT, WITHOUT ROWID;

-- body is an Order of shared/domain/order.ts without its key; the columns beside it are what is searched and sorted.
-- With a rowid: an index tree keeps a quarter of a page of each row and gives the rest a page of its own.
CREATE TABLE shop_order (
  shop_id       TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  order_id      TEXT NOT NULL,
  status        TEXT NOT NULL,
  -- ship-by time in epoch ms; 8640000000000000 where the platform names none, so that it sorts last
  due_ms        INTEGER NOT NULL,
  pieces        INTEGER NOT NULL,
  -- pieces that may still be packed; behind by what stands in order_recount
  left_pieces   INTEGER NOT NULL,
  title         TEXT NOT NULL,
  -- every number and title of the order in lower case, one a line
  search        TEXT NOT NULL,
  body          TEXT NOT NULL,
  source        TEXT NOT NULL CHECK (source IN ('pull', 'import')),
  -- a pulled order: the platform's time of change; an imported one: when it came in
  updated_at_ms INTEGER NOT NULL,
  PRIMARY KEY (shop_id, order_id)
) STRICT;
CREATE INDEX shop_order_by_id ON shop_order (order_id);
CREATE INDEX shop_order_by_change ON shop_order (updated_at_ms, order_id, shop_id);
CREATE INDEX shop_order_to_pack ON shop_order (due_ms, order_id, shop_id)
  WHERE status IN ('to-ship', 'part-shipped') AND left_pieces > 0;

-- parcels the platform already knows, for scanning one of them
CREATE TABLE order_parcel (
  waybill  TEXT NOT NULL,
  shop_id  TEXT NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (waybill, shop_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_parcel_by_order ON order_parcel (shop_id, order_id);

-- orders whose left_pieces has to be counted again, written by the triggers below op_state
CREATE TABLE order_recount (
  shop_id  TEXT NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (shop_id, order_id)
) STRICT, WITHOUT ROWID;

-- an order file that was staged in a file of its own and checked: it is merged to its end, even after a crash
CREATE TABLE order_import (
  id              TEXT PRIMARY KEY,
  created_at_ms   INTEGER NOT NULL,
  -- the last order that was merged; empty before the first
  merged_shop_id  TEXT NOT NULL DEFAULT '',
  merged_order_id TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE packing_draft (
  bench         TEXT PRIMARY KEY,
  body          TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL
) STRICT;

-- one row per start; the newest epoch is the only one that may write op_state (RELIABILITY I-8)
CREATE TABLE epoch (
  epoch         INTEGER PRIMARY KEY,
  started_at_ms INTEGER NOT NULL
) STRICT;

-- what was saved, byte for byte: never updated, never deleted while its state is not final
CREATE TABLE op (
  seq            INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE,
  shop_id        TEXT NOT NULL REFERENCES shop (id),
  platform       TEXT NOT NULL,
  order_id       TEXT NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('send', 'correct')),
  -- natural key of the package inside its order: the waybill, or 'none'; with '#n' behind it when it replaces another op
  package_key    TEXT NOT NULL,
  resend_class   TEXT NOT NULL CHECK (resend_class IN ('A', 'B', 'C')),
  payload        TEXT NOT NULL,
  payload_sha256 TEXT NOT NULL,
  carrier_code   TEXT NOT NULL,
  carrier_name   TEXT NOT NULL,
  waybill        TEXT NOT NULL,
  pieces         INTEGER NOT NULL,
  supersedes     TEXT REFERENCES op (id),
  created_at_ms  INTEGER NOT NULL,
  created_by     TEXT NOT NULL,
  -- the order number first: the same index answers what an order already has, and who is first in its lane
  UNIQUE (order_id, shop_id, platform, kind, package_key)
) STRICT;
CREATE INDEX op_by_waybill ON op (waybill) WHERE waybill <> '';
CREATE INDEX op_by_supersedes ON op (supersedes) WHERE supersedes IS NOT NULL;
CREATE TRIGGER op_is_immutable BEFORE UPDATE ON op BEGIN SELECT RAISE(ABORT, 'op rows are immutable'); END;

CREATE TABLE op_state (
  op_seq         INTEGER PRIMARY KEY REFERENCES op (seq),
  -- copied from op, so that what is due in a shop is found by one index
  shop_id        TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('ready','wait','sending','in_doubt','held','rejected','conflict','quarantined','cancelled','shipped')),
  version        INTEGER NOT NULL,
  epoch          INTEGER NOT NULL,
  -- when something is due: a try (wait), a look (in_doubt), a re-check (held)
  not_before_ms  INTEGER,
  doubt_since_ms INTEGER,
  hold_kind      TEXT CHECK (hold_kind IN ('account', 'shop-setup', 'business', 'tries')),
  proof          TEXT CHECK (proof IN ('response', 'read-back', 'operator')),
  code           TEXT,
  message        TEXT NOT NULL DEFAULT '',
  request_id     TEXT NOT NULL DEFAULT '',
  -- counters the policy decides on; JSON written by the state machine only
  counters       TEXT NOT NULL DEFAULT '{}',
  updated_at_ms  INTEGER NOT NULL,
  CHECK (state <> 'shipped' OR proof IS NOT NULL),
  CHECK (state <> 'in_doubt' OR doubt_since_ms IS NOT NULL),
  CHECK (state <> 'held' OR hold_kind IS NOT NULL)
) STRICT;
CREATE INDEX op_state_to_send ON op_state (shop_id, not_before_ms, op_seq) WHERE state IN ('ready', 'wait');
CREATE INDEX op_state_to_look ON op_state (shop_id, not_before_ms, op_seq) WHERE state IN ('in_doubt', 'held');
CREATE INDEX op_state_by_state ON op_state (state, op_seq);
-- what may still be packed of an order depends on the shipments that claim its pieces; no OR IGNORE, because the
-- conflict rule of the statement that fires a trigger replaces the trigger's own
CREATE TRIGGER op_state_recounts_new AFTER INSERT ON op_state
  BEGIN INSERT INTO order_recount SELECT shop_id, order_id FROM op WHERE seq = NEW.op_seq
    AND NOT EXISTS (SELECT 1 FROM order_recount AS r WHERE r.shop_id = op.shop_id AND r.order_id = op.order_id); END;
CREATE TRIGGER op_state_recounts AFTER UPDATE OF state ON op_state
  WHEN (OLD.state IN ('cancelled', 'rejected')) <> (NEW.state IN ('cancelled', 'rejected'))
  BEGIN INSERT INTO order_recount SELECT shop_id, order_id FROM op WHERE seq = NEW.op_seq
    AND NOT EXISTS (SELECT 1 FROM order_recount AS r WHERE r.shop_id = op.shop_id AND r.order_id = op.order_id); END;
CREATE TRIGGER shop_order_recounts_new AFTER INSERT ON shop_order
  WHEN EXISTS (SELECT 1 FROM op WHERE op.order_id = NEW.order_id AND op.shop_id = NEW.shop_id)
  BEGIN INSERT INTO order_recount SELECT NEW.shop_id, NEW.order_id
    WHERE NOT EXISTS (SELECT 1 FROM order_recount AS r WHERE r.shop_id = NEW.shop_id AND r.order_id = NEW.order_id); END;
CREATE TRIGGER shop_order_recounts AFTER UPDATE OF body ON shop_order
  WHEN EXISTS (SELECT 1 FROM op WHERE op.order_id = NEW.order_id AND op.shop_id = NEW.shop_id)
  BEGIN INSERT INTO order_recount SELECT NEW.shop_id, NEW.order_id
    WHERE NOT EXISTS (SELECT 1 FROM order_recount AS r WHERE r.shop_id = NEW.shop_id AND r.order_id = NEW.order_id); END;
CREATE TRIGGER op_state_is_kept BEFORE DELETE ON op_state WHEN OLD.state NOT IN ('shipped', 'cancelled')
  BEGIN SELECT RAISE(ABORT, 'open ops are never deleted'); END;

CREATE TABLE attempt (
  op_seq        INTEGER NOT NULL REFERENCES op (seq),
  no            INTEGER NOT NULL,
  epoch         INTEGER NOT NULL,
  started_at_ms INTEGER NOT NULL,
  PRIMARY KEY (op_seq, no)
) STRICT, WITHOUT ROWID;
-- how the attempt ended; absent after a crash
CREATE TABLE attempt_result (
  op_seq      INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  ended_at_ms INTEGER NOT NULL,
  phase       TEXT NOT NULL CHECK (phase IN ('none', 'connected', 'body-sent', 'answered')),
  http_status INTEGER,
  code        TEXT,
  message     TEXT NOT NULL,
  request_id  TEXT NOT NULL,
  verdict     TEXT NOT NULL,
  body_sha256 TEXT NOT NULL,
  PRIMARY KEY (op_seq, no),
  FOREIGN KEY (op_seq, no) REFERENCES attempt (op_seq, no)
) STRICT, WITHOUT ROWID;
CREATE TABLE read_back (
  op_seq  INTEGER NOT NULL REFERENCES op (seq),
  no      INTEGER NOT NULL,
  at_ms   INTEGER NOT NULL,
  result  TEXT NOT NULL CHECK (result IN ('ours', 'absent', 'foreign', 'failed')),
  detail  TEXT NOT NULL,
  parcels TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (op_seq, no)
) STRICT, WITHOUT ROWID;

-- a closed gate stops every call of an account until re-checked or opened by a person
CREATE TABLE account_gate (
  shop_id       TEXT PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
  cause         TEXT NOT NULL,
  code          TEXT,
  message       TEXT NOT NULL,
  closed_at_ms  INTEGER NOT NULL,
  recheck_at_ms INTEGER NOT NULL
) STRICT;

-- hash chain: hash = SHA-256(prev_hash + canonical row)
CREATE TABLE audit (
  seq       INTEGER PRIMARY KEY,
  at_ms     INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  action    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  detail    TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash      TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, seq);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER attempt_no_update BEFORE UPDATE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER attempt_result_no_update BEFORE UPDATE ON attempt_result BEGIN SELECT RAISE(ABORT, 'attempts are append-only'); END;
CREATE TRIGGER read_back_no_update BEFORE UPDATE ON read_back BEGIN SELECT RAISE(ABORT, 'read-backs are append-only'); END;
`,
} as const;
