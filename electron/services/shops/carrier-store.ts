import type { Database } from 'better-sqlite3';
import type { Carrier } from '../../../shared/domain/carrier.ts';

/** What a packer chose for waybills of a shape (`waybillShape`) in a shop. */
export type CarrierChoiceRow = { readonly shape: string; readonly code: string };

/** A list and the answer it was read from, as JSON text. */
export type CarrierAnswer = { readonly carriers: readonly Carrier[]; readonly body: string };

/**
 * The only SQL on `carrier`, `carrier_answer` and `carrier_choice`: each shop's own list as its platform gave it, and
 * what packers chose.
 */
export type CarrierStore = {
  readonly list: (shopId: string) => readonly Carrier[];
  /** When the list was fetched, epoch ms; null when there is none. */
  readonly fetchedAtMs: (shopId: string) => number | null;
  readonly replace: (shopId: string, answer: CarrierAnswer, atMs: number) => void;
  /** What the platform answered when the list was fetched, null where it was not kept. */
  readonly answer: (shopId: string) => { readonly body: string; readonly fetchedAtMs: number } | null;
  /** The carrier a packer picked for waybills of this shape in this shop, or null. */
  readonly choice: (shopId: string, shape: string) => string | null;
  readonly remember: (shopId: string, shape: string, code: string) => void;
  readonly choices: (shopId: string) => readonly CarrierChoiceRow[];
  /** Forgets the choice for a shape, or all of the shop's where it is null; false where there was none. `report` is part of it. */
  readonly forget: (
    shopId: string,
    shape: string | null,
    report: (forgotten: readonly CarrierChoiceRow[]) => void,
  ) => boolean;
};

type CarrierRow = { code: string; name: string; waybill_pattern: string };

const fromRow = ({ code, name, waybill_pattern: pattern }: CarrierRow): Carrier => ({
  code,
  name,
  ...(pattern === '' ? {} : { waybillPattern: pattern }),
});

/** Opens the carrier lists over their tables. */
export function createCarrierStore(database: Database): CarrierStore {
  const select = database.prepare<[string], CarrierRow>(
    'SELECT code, name, waybill_pattern FROM carrier WHERE shop_id = ? ORDER BY position',
  );
  const fetched = database.prepare<[{ shop: string }], { at: number | null }>(
    `SELECT max(at) AS at FROM (
       SELECT max(fetched_at_ms) AS at FROM carrier WHERE shop_id = @shop
       UNION ALL SELECT fetched_at_ms FROM carrier_answer WHERE shop_id = @shop)`,
  );
  const clear = database.prepare('DELETE FROM carrier WHERE shop_id = ?');
  const insert = database.prepare(
    'INSERT OR REPLACE INTO carrier (shop_id, position, code, name, waybill_pattern, fetched_at_ms) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const choice = database.prepare<[string, string], { code: string }>(
    'SELECT code FROM carrier_choice WHERE shop_id = ? AND shape = ?',
  );
  const remember = database.prepare(
    'INSERT INTO carrier_choice (shop_id, shape, code) VALUES (?, ?, ?) ON CONFLICT (shop_id, shape) DO UPDATE SET code = excluded.code',
  );
  const answer = database.prepare<[string], { body: string; at: number }>(
    'SELECT body, fetched_at_ms AS at FROM carrier_answer WHERE shop_id = ?',
  );
  const keep = database.prepare(
    'INSERT OR REPLACE INTO carrier_answer (shop_id, body, fetched_at_ms) VALUES (?, ?, ?)',
  );
  const choices = database.prepare<[string], CarrierChoiceRow>(
    'SELECT shape, code FROM carrier_choice WHERE shop_id = ? ORDER BY shape',
  );
  const drop = database.prepare<[string, string | null], CarrierChoiceRow>(
    'DELETE FROM carrier_choice WHERE shop_id = ? AND shape = coalesce(?, shape) RETURNING shape, code',
  );
  const forget = database.transaction<CarrierStore['forget']>((shopId, shape, report) => {
    const forgotten = drop.all(shopId, shape);
    if (forgotten.length > 0) report(forgotten);
    return forgotten.length > 0;
  });
  const replace = database.transaction((shopId: string, { carriers, body }: CarrierAnswer, atMs: number) => {
    clear.run(shopId);
    keep.run(shopId, body, atMs);
    carriers.forEach((carrier, index) => {
      insert.run(shopId, index, carrier.code, carrier.name, carrier.waybillPattern ?? '', atMs);
    });
  });
  return {
    list: (shopId) => select.all(shopId).map(fromRow),
    fetchedAtMs: (shopId) => fetched.get({ shop: shopId })?.at ?? null,
    replace: (shopId, list, atMs) => replace.immediate(shopId, list, atMs),
    answer: (shopId) => {
      const row = answer.get(shopId);
      return row === undefined ? null : { body: row.body, fetchedAtMs: row.at };
    },
    choice: (shopId, shape) => choice.get(shopId, shape)?.code ?? null,
    remember: (shopId, shape, code) => {
      remember.run(shopId, shape, code);
    },
    choices: (shopId) => choices.all(shopId),
    forget: (shopId, shape, report) => forget.immediate(shopId, shape, report),
  };
}
