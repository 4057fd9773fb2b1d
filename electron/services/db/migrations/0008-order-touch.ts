/** Which orders were written since, for the search file that follows them. */
export const orderTouch = {
  version: 8,
  sql: `
-- rises with every write of an order; NULL for orders written before this column existed
ALTER TABLE shop_order ADD COLUMN touch INTEGER;
CREATE INDEX shop_order_by_touch ON shop_order (touch) WHERE touch IS NOT NULL;
`,
} as const;
