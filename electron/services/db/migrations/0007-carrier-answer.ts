/** The answer each shop's carrier list was read from. Frozen once released. */
export const carrierAnswer = {
  version: 7,
  sql: `
-- the platform's whole answer as JSON: read anew when a version understands more of it, shown nowhere
CREATE TABLE carrier_answer (
  shop_id       TEXT PRIMARY KEY REFERENCES shop (id) ON DELETE CASCADE,
  body          TEXT NOT NULL,
  fetched_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
} as const;
