/** Every raw scan and key of the bench with its verdict, kept 30 days; and what the calibration found. */
export const scanLog = {
  version: 2,
  sql: `
CREATE TABLE raw_scan (
  id        INTEGER PRIMARY KEY,
  at_ms     INTEGER NOT NULL,
  -- NULL for keys and for callers that do not number their scans
  run       TEXT,
  seq       INTEGER,
  is_key    INTEGER NOT NULL CHECK (is_key IN (0, 1)),
  text      TEXT NOT NULL,
  -- JSON: the ScanOrigin of shared/contract/scans.ts, or NULL
  origin    TEXT,
  ime       TEXT NOT NULL,
  step      TEXT NOT NULL,
  took      TEXT NOT NULL,
  verdict   TEXT NOT NULL,
  reason    TEXT NOT NULL,
  operator  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX raw_scan_once ON raw_scan (run, seq) WHERE run IS NOT NULL;
CREATE INDEX raw_scan_at ON raw_scan (at_ms);

CREATE TABLE scanner_profile (
  bench TEXT PRIMARY KEY,
  body  TEXT NOT NULL
) STRICT;
`,
} as const;
