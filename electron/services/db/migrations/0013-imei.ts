/** IMEIs are numbers of a piece like its serial number: known again when they are scanned for another order. Frozen once released. */
export const imei = {
  version: 13,
  sql: `
CREATE TRIGGER op_imei_of_op AFTER INSERT ON op WHEN NEW.kind = 'send' AND instr(NEW.payload, '"imei1"') > 0
  BEGIN INSERT OR IGNORE INTO op_serial SELECT upper(imei.value), NEW.seq
    FROM json_each(NEW.payload, '$.items') AS item, json_each(item.value, '$.serialNumbers') AS serial,
      json_each(serial.value) AS imei WHERE imei.key IN ('imei1', 'imei2') AND imei.value <> ''; END;
INSERT OR IGNORE INTO op_serial SELECT upper(imei.value), op.seq
  FROM op, json_each(op.payload, '$.items') AS item, json_each(item.value, '$.serialNumbers') AS serial,
    json_each(serial.value) AS imei
  WHERE op.kind = 'send' AND instr(op.payload, '"imei1"') > 0 AND imei.key IN ('imei1', 'imei2') AND imei.value <> '';
`,
} as const;
