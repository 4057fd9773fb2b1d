/** Photos of packages: their files lie in the data folder, here is what they are and whose. Frozen once released. */
export const photos = {
  version: 14,
  sql: `
ALTER TABLE shop_packing ADD COLUMN photo TEXT NOT NULL DEFAULT 'off' CHECK (photo IN ('off', 'ask', 'must'));

CREATE TABLE photo (
  id            TEXT PRIMARY KEY,
  -- inside the data folder, with forward slashes
  path          TEXT NOT NULL UNIQUE,
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64),
  bytes         INTEGER NOT NULL CHECK (bytes > 0),
  taken_at_ms   INTEGER NOT NULL,
  taken_by      TEXT NOT NULL,
  -- when its file went by age
  removed_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_by_age ON photo (taken_at_ms) WHERE removed_at_ms IS NULL;
CREATE TRIGGER photo_is_immutable BEFORE UPDATE OF id, path, sha256, bytes, taken_at_ms, taken_by ON photo
  BEGIN SELECT RAISE(ABORT, 'a photo is never changed'); END;
CREATE TRIGGER photo_is_kept BEFORE DELETE ON photo
  BEGIN SELECT RAISE(ABORT, 'what a photo was is kept'); END;

CREATE TABLE op_photo (
  op_seq   INTEGER PRIMARY KEY REFERENCES op (seq),
  photo_id TEXT NOT NULL REFERENCES photo (id)
) STRICT;
CREATE INDEX op_photo_of ON op_photo (photo_id);
CREATE TRIGGER op_photo_is_immutable BEFORE UPDATE ON op_photo
  BEGIN SELECT RAISE(ABORT, 'a package keeps its photo'); END;
CREATE TRIGGER op_photo_is_kept BEFORE DELETE ON op_photo
  BEGIN SELECT RAISE(ABORT, 'a package keeps its photo'); END;

-- packages that were to be photographed and were saved without
CREATE TABLE op_photo_miss (
  op_seq  INTEGER PRIMARY KEY REFERENCES op (seq),
  why     TEXT NOT NULL,
  excused INTEGER NOT NULL CHECK (excused IN (0, 1))
) STRICT;
`,
} as const;
