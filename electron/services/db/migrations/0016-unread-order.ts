/** Orders a platform names and whose answer cannot be read: why, and when they are tried again. Frozen once released. */
export const unreadOrder = {
  version: 16,
  sql: `
CREATE TABLE unread_order (
  shop_id TEXT NOT NULL REFERENCES shop (id),
  order_id TEXT NOT NULL,
  problem TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  tries INTEGER NOT NULL CHECK (tries > 0),
  next_at_ms INTEGER NOT NULL,
  PRIMARY KEY (shop_id, order_id)
) STRICT;
`,
} as const;
