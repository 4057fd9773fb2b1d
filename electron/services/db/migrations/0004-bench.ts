/** What the bench keeps beside its draft: orders put aside, learnt goods codes, codes nobody knew, serial numbers used. */
export const bench = {
  version: 4,
  sql: `
-- an order put aside with its unsaved packages; body is the composition of electron/services/packing
CREATE TABLE held_order (
  shop_id    TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  order_id   TEXT NOT NULL,
  body       TEXT NOT NULL,
  held_at_ms INTEGER NOT NULL,
  held_by    TEXT NOT NULL,
  PRIMARY KEY (shop_id, order_id)
) STRICT, WITHOUT ROWID;

-- another code for goods of a shop, taught by somebody who may
CREATE TABLE goods_alias (
  shop_id      TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
  code         TEXT NOT NULL,
  product_id   TEXT NOT NULL,
  sku_id       TEXT NOT NULL,
  taught_at_ms INTEGER NOT NULL,
  taught_by    TEXT NOT NULL,
  PRIMARY KEY (shop_id, code)
) STRICT, WITHOUT ROWID;

-- scanned codes that stood for nothing
CREATE TABLE unknown_code (
  seq      INTEGER PRIMARY KEY,
  at_ms    INTEGER NOT NULL,
  text     TEXT NOT NULL,
  order_id TEXT NOT NULL,
  operator TEXT NOT NULL,
  outcome  TEXT NOT NULL CHECK (outcome IN ('refused', 'ignored', 'goods', 'waybill'))
) STRICT;

-- every serial number that left in a saved package, written with the op itself
CREATE TABLE op_serial (
  serial_number TEXT NOT NULL,
  op_seq        INTEGER NOT NULL REFERENCES op (seq),
  PRIMARY KEY (serial_number, op_seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER op_serial_of_op AFTER INSERT ON op WHEN NEW.kind = 'send' AND instr(NEW.payload, '"serialNumber"') > 0
  BEGIN INSERT OR IGNORE INTO op_serial SELECT upper(serial.value ->> 'serialNumber'), NEW.seq
    FROM json_each(NEW.payload, '$.items') AS item, json_each(item.value, '$.serialNumbers') AS serial; END;
INSERT OR IGNORE INTO op_serial SELECT upper(serial.value ->> 'serialNumber'), op.seq
  FROM op, json_each(op.payload, '$.items') AS item, json_each(item.value, '$.serialNumbers') AS serial
  WHERE op.kind = 'send' AND instr(op.payload, '"serialNumber"') > 0;
`,
} as const;
