import type { Database } from 'better-sqlite3';
import { payloadHash } from '../../electron/services/outbox/store/payload.ts';

/** The order and waybill number of a seeded row. */
export const seededOrder = (n: number): string => `37046${String(n).padStart(14, '0')}`;
export const seededWaybill = (n: number): string =>
  `75${String((n * 7_919_104_729) % 1_000_000_000_000).padStart(12, '0')}`;

/**
 * Fills an empty desk with finished orders of one package each, in transactions of 100,000, without the triggers that a
 * desk needs for orders still to be packed. Goods repeat as they do in a shop; one order in fifty has a message.
 */
export function seedHistory(database: Database, rows: number): void {
  database.pragma('synchronous = OFF');
  withoutTriggers(database, ['op_state_recounts_new', 'shop_order_recounts_new', 'op_serial_of_op'], () =>
    insertHistory(database, rows),
  );
}

/** Drops triggers while `work` goes on. They are put back word for word: the desk that opens the folder is a whole one. */
export function withoutTriggers(database: Database, names: readonly string[], work: () => void): void {
  const sqlOf = database.prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?");
  const triggers = names.map((name) => sqlOf.pluck().get(name) ?? '');
  for (const name of names) database.exec(`DROP TRIGGER ${name}`);
  work();
  for (const sql of triggers) database.exec(sql);
}

function insertHistory(database: Database, rows: number): void {
  const shop = database.prepare(
    `INSERT INTO shop (id, name, platform, base_url, created_at_ms) VALUES (?, ?, 'wechat-channels', 'http://127.0.0.1:1', 0)`,
  );
  for (const index of [0, 1, 2]) shop.run(`shop-${index}`, `店铺 ${index}`);
  database.function('seeded_waybill', { deterministic: true }, (n: unknown) => seededWaybill(Number(n)));
  database.function('seeded_hash', { deterministic: true }, (text: unknown) => payloadHash(String(text)));
  const orders = ordersSql({ shopId: SHOP_ID, status: 'shipped', left: 0 });
  inSlices(database, [orders, OPS, STATES], rows);
}

/** Fills a desk with orders to be packed, all of one shop that is there already. */
export function seedWaiting(database: Database, shopId: string, rows: number): void {
  database.pragma('synchronous = OFF');
  inSlices(database, [ordersSql({ shopId: `'${shopId}'`, status: 'to-ship', left: 1 })], rows);
}

function inSlices(database: Database, sql: readonly string[], rows: number): void {
  const statements = sql.map((text) => database.prepare(text));
  for (let from = 0; from < rows; from += SLICE)
    database.transaction(() => {
      for (const statement of statements) statement.run({ from, to: Math.min(rows, from + SLICE) });
    })();
  database.pragma('wal_checkpoint(TRUNCATE)');
}

const SLICE = 100_000;
const NUMBERS =
  'WITH RECURSIVE number (n) AS (SELECT CAST(@from AS INTEGER) UNION ALL SELECT n + 1 FROM number WHERE n + 1 < @to)';
const ORDER_ID = "printf('37046%014d', n)";
const SHOP_ID = "'shop-' || (n % 3)";
const AT_MS = '1700000000000 + n * 30000';
const TITLE = `(CASE n % 8 WHEN 0 THEN '正山小种红茶' WHEN 1 THEN '西湖龙井绿茶' WHEN 2 THEN '手工陶瓷茶杯' WHEN 3 THEN '云南普洱茶饼'
  WHEN 4 THEN '茉莉花茶' WHEN 5 THEN '紫砂茶壶' WHEN 6 THEN '竹制茶盘' ELSE '白毫银针' END) || ' ' || (n % 997) || ' 号'`;

const ordersSql = (of: {
  readonly shopId: string;
  readonly status: string;
  readonly left: number;
}): string => `${NUMBERS}
INSERT INTO shop_order (shop_id, order_id, status, due_ms, pieces, left_pieces, title, search, body, source, updated_at_ms)
SELECT ${of.shopId}, ${ORDER_ID}, '${of.status}', ${AT_MS}, 1, ${of.left}, ${TITLE}, ${ORDER_ID},
  json_object('platform', 'wechat-channels', 'status', '${of.status}', 'rawStatus', '30', 'deliverMethod', 'courier', 'flags', json('[]'),
    'note', CASE WHEN n % 50 = 0 THEN '请放门口第 ' || n || ' 格' ELSE '' END, 'deadline', NULL, 'createdAt', NULL, 'updatedAt', NULL,
    'lines', json_array(json_object('lineNo', 1, 'productId', '1000010836', 'skuId', '23689' || (n % 997), 'skuCode', 'T-' || (n % 997),
      'barcode', '690123' || printf('%07d', n % 997), 'title', ${TITLE}, 'variant', '500g', 'quantity', 1, 'refundedQuantity', 0,
      'afterSaleQuantity', 0, 'shippedQuantity', ${1 - of.left}, 'childOrderId', '', 'imageUrl', '', 'needsSerialNumber', json('false'))),
    'parcels', json('[]')), 'import', ${AT_MS} FROM number`;

const PAYLOAD = `'{"version":1,"kind":"send","orderId":"' || ${ORDER_ID} || '","whole":true,"deliver":{"type":"none"},"items":[{"productId":"1000010836","skuId":"23689","quantity":1}]}'`;

const OPS = `${NUMBERS}
INSERT INTO op (id, shop_id, platform, order_id, kind, package_key, resend_class, payload, payload_sha256, carrier_code,
  carrier_name, waybill, pieces, created_at_ms, created_by)
SELECT 'op-' || n, ${SHOP_ID}, 'wechat-channels', ${ORDER_ID}, 'send', seeded_waybill(n), 'A', ${PAYLOAD},
  seeded_hash(${PAYLOAD}), 'ZTO', CASE n % 4 WHEN 0 THEN '顺丰速运' ELSE '中通快递' END, seeded_waybill(n), 1, ${AT_MS},
  CASE WHEN n % 5000 = 0 THEN '赵帮手' ELSE '打包员 ' || (n % 12) END FROM number`;

const STATES = `${NUMBERS}
INSERT INTO op_state (op_seq, shop_id, state, version, epoch, proof, request_id, updated_at_ms)
SELECT n + 1, ${SHOP_ID}, CASE WHEN n % 200 = 0 THEN 'cancelled' ELSE 'shipped' END, 1, 1, 'response', '', ${AT_MS} FROM number`;
