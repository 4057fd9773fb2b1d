/** A taught code may stand for a case: how many pieces one scan of it counts. Frozen once released. */
export const caseCodes = {
  version: 15,
  sql: `
ALTER TABLE goods_alias ADD COLUMN pieces INTEGER NOT NULL DEFAULT 1 CHECK (pieces > 0);
`,
} as const;
