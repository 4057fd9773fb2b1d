/** Waybills printed for orders before they are packed, for shipping them by one scan. */
export const orderLabels = {
  version: 6,
  sql: `
CREATE TABLE order_label (
  waybill  TEXT NOT NULL,
  shop_id  TEXT NOT NULL,
  order_id TEXT NOT NULL,
  PRIMARY KEY (waybill, shop_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_label_by_order ON order_label (shop_id, order_id);
`,
} as const;
