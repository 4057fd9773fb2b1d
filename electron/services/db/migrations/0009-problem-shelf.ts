/** Why an order waits on the problem shelf and where, and boxes that must not leave although they are saved. */
export const problemShelf = {
  version: 9,
  sql: `
ALTER TABLE held_order ADD COLUMN reason TEXT NOT NULL DEFAULT 'later';
ALTER TABLE held_order ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE held_order ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0;
ALTER TABLE held_order ADD COLUMN lifted_by TEXT NOT NULL DEFAULT '';

-- a saved box that must be found and kept back; it leaves the list only when somebody has it in hand
CREATE TABLE stopped_box (
  op_seq             INTEGER PRIMARY KEY REFERENCES op (seq),
  reason             TEXT NOT NULL CHECK (reason IN ('after-sale', 'address-change', 'sku-change', 'risk', 'closed', 'platform')),
  raised_at_ms       INTEGER NOT NULL,
  shelf              INTEGER,
  acknowledged_at_ms INTEGER,
  acknowledged_by    TEXT NOT NULL DEFAULT '',
  found_at_ms        INTEGER,
  found_by           TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX stopped_box_open ON stopped_box (op_seq) WHERE found_at_ms IS NULL;

-- the platform, or a look before sending, held the package for a cause of the order itself
CREATE TRIGGER op_state_stops_box AFTER UPDATE OF state ON op_state
  WHEN NEW.state = 'held' AND NEW.hold_kind = 'business' AND OLD.state <> 'held'
  BEGIN
    DELETE FROM stopped_box WHERE op_seq = NEW.op_seq AND found_at_ms IS NOT NULL;
    INSERT INTO stopped_box (op_seq, reason, raised_at_ms)
      SELECT op.seq, coalesce((SELECT json_extract(o.body, '$.flags[0]') FROM shop_order AS o
        WHERE o.shop_id = op.shop_id AND o.order_id = op.order_id), 'platform'), NEW.updated_at_ms
      FROM op WHERE op.seq = NEW.op_seq AND op.kind = 'send'
        AND NOT EXISTS (SELECT 1 FROM stopped_box AS s WHERE s.op_seq = op.seq);
  END;

-- an order turned while its boxes are still here: not sent yet, or saved less than a day before
CREATE TRIGGER shop_order_stops_boxes AFTER UPDATE OF body ON shop_order
  WHEN (json_array_length(NEW.body, '$.flags') > 0 OR NEW.status = 'closed')
    AND (json_array_length(OLD.body, '$.flags') = 0 OR json_extract(NEW.body, '$.flags[0]') IS NOT json_extract(OLD.body, '$.flags[0]'))
    AND EXISTS (SELECT 1 FROM op WHERE op.order_id = NEW.order_id AND op.shop_id = NEW.shop_id)
  BEGIN
    INSERT INTO stopped_box (op_seq, reason, raised_at_ms)
      SELECT op.seq, coalesce(json_extract(NEW.body, '$.flags[0]'), 'closed'), max(NEW.updated_at_ms, op.created_at_ms)
      FROM op JOIN op_state AS s ON s.op_seq = op.seq
      WHERE op.order_id = NEW.order_id AND op.shop_id = NEW.shop_id AND op.kind = 'send'
        AND s.state NOT IN ('cancelled', 'rejected')
        AND (s.state <> 'shipped' OR op.created_at_ms > NEW.updated_at_ms - 86400000)
        AND NOT EXISTS (SELECT 1 FROM stopped_box AS t WHERE t.op_seq = op.seq);
  END;
`,
} as const;
