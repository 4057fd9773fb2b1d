/** Spending, unencrypted http, kinds of shops, authorisation links, patterns of waybills. Frozen once released. */
export const shopCare = {
  version: 3,
  sql: `
-- which of the shops an aggregator serves; empty where the platform has one kind only
ALTER TABLE shop ADD COLUMN kind TEXT NOT NULL DEFAULT '';
-- an admin has switched unencrypted http on
ALTER TABLE shop ADD COLUMN plain_http INTEGER NOT NULL DEFAULT 0 CHECK (plain_http IN (0, 1));
-- points a day after which sending waits for a person; NULL: no limit
ALTER TABLE shop ADD COLUMN spend_limit_points INTEGER CHECK (spend_limit_points > 0);
-- the day in China (yyyy-MM-dd) on which a person let the shop spend on
ALTER TABLE shop ADD COLUMN spend_agreed_on TEXT NOT NULL DEFAULT '';

-- where the owner authorises the shop; text to show, never opened
ALTER TABLE account_gate ADD COLUMN link TEXT NOT NULL DEFAULT '';

-- the platform's own pattern of this carrier's waybills, empty where it gives none
ALTER TABLE carrier ADD COLUMN waybill_pattern TEXT NOT NULL DEFAULT '';

-- one row for each call a platform charged for, as it said; day is the day in China (yyyy-MM-dd)
CREATE TABLE charge (
  seq      INTEGER PRIMARY KEY,
  shop_id  TEXT NOT NULL REFERENCES shop (id),
  day      TEXT NOT NULL,
  -- empty where the call is not about one order
  order_id TEXT NOT NULL,
  path     TEXT NOT NULL,
  points   INTEGER NOT NULL CHECK (points >= 0),
  at_ms    INTEGER NOT NULL
) STRICT;
CREATE INDEX charge_by_day ON charge (shop_id, day, points);
CREATE INDEX charge_by_order ON charge (order_id, shop_id, points) WHERE order_id <> '';
CREATE TRIGGER charge_no_update BEFORE UPDATE ON charge BEGIN SELECT RAISE(ABORT, 'charges are append-only'); END;
`,
} as const;
