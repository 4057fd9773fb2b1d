/** People with PIN and badge, keys sealed by the host, scans kept at a locked desk, marks on the audit log. */
export const operators = {
  version: 5,
  sql: `
CREATE TABLE operator (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE,
  role          TEXT NOT NULL CHECK (role IN ('packer', 'supervisor', 'admin')),
  badge_number  INTEGER NOT NULL UNIQUE,
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  -- Argon2id in its own encoding: parameters, salt, hash
  pin_hash      TEXT NOT NULL,
  -- wrong tries since the last right one or the last unlocking; and since the last right one or the last new PIN
  tries_in_row  INTEGER NOT NULL DEFAULT 0,
  tries_in_all  INTEGER NOT NULL DEFAULT 0,
  created_at_ms INTEGER NOT NULL
) STRICT;
CREATE TRIGGER operator_is_kept BEFORE DELETE ON operator BEGIN SELECT RAISE(ABORT, 'people are deactivated, not deleted'); END;

-- keys of this desk, sealed by the host's cipher like a shop's credentials
CREATE TABLE device_key (
  name          TEXT PRIMARY KEY,
  cipher        TEXT NOT NULL,
  sealed        BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

-- in the order they came; a number is never used again
CREATE TABLE kept_scan (
  no     INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms  INTEGER NOT NULL,
  text   TEXT NOT NULL,
  -- JSON: the ScanOrigin of shared/contract/scans.ts, or NULL; run and seq again, so that the same scan is kept once
  origin TEXT,
  run    TEXT,
  seq    INTEGER
) STRICT;
CREATE UNIQUE INDEX kept_scan_once ON kept_scan (run, seq) WHERE run IS NOT NULL;

-- HMAC under a key that is not in the database; empty for entries older than that key
ALTER TABLE audit ADD COLUMN mac TEXT NOT NULL DEFAULT '';
`,
} as const;
