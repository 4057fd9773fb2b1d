/** What shops want of their packages besides goods and waybill, and what saved packages have of it. Frozen once released. */
export const packageExtras = {
  version: 12,
  sql: `
CREATE TABLE shop_packing (
  shop_id   TEXT PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
  weigh     TEXT NOT NULL CHECK (weigh IN ('off', 'ask', 'must')),
  -- plausible weights of a package of the shop, grams
  min_grams INTEGER NOT NULL,
  max_grams INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE op_extra (
  op_seq       INTEGER PRIMARY KEY REFERENCES op (seq),
  weight_grams INTEGER NOT NULL CHECK (weight_grams > 0)
) STRICT;
CREATE TRIGGER op_extra_is_immutable BEFORE UPDATE ON op_extra
  BEGIN SELECT RAISE(ABORT, 'a weight is never changed'); END;
`,
} as const;
