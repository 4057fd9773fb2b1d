import type { Database } from 'better-sqlite3';
import type { Carrier } from '../../../shared/domain/carrier.ts';

/** The only SQL on `carrier` and `carrier_choice`: each shop's own list as its platform gave it, and what packers chose. */
export type CarrierStore = {
  readonly list: (shopId: string) => readonly Carrier[];
  /** When the list was fetched, epoch ms; null when there is none. */
  readonly fetchedAtMs: (shopId: string) => number | null;
  readonly replace: (shopId: string, carriers: readonly Carrier[], atMs: number) => void;
  /** The carrier a packer picked for waybills of this shape in this shop, or null. */
  readonly choice: (shopId: string, shape: string) => string | null;
  readonly remember: (shopId: string, shape: string, code: string) => void;
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
  const fetched = database.prepare<[string], { at: number | null }>(
    'SELECT max(fetched_at_ms) AS at FROM carrier WHERE shop_id = ?',
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
  const replace = database.transaction((shopId: string, carriers: readonly Carrier[], atMs: number) => {
    clear.run(shopId);
    carriers.forEach((carrier, index) => {
      insert.run(shopId, index, carrier.code, carrier.name, carrier.waybillPattern ?? '', atMs);
    });
  });
  return {
    list: (shopId) => select.all(shopId).map(fromRow),
    fetchedAtMs: (shopId) => fetched.get(shopId)?.at ?? null,
    replace: (shopId, carriers, atMs) => replace.immediate(shopId, carriers, atMs),
    choice: (shopId, shape) => choice.get(shopId, shape)?.code ?? null,
    remember: (shopId, shape, code) => {
      remember.run(shopId, shape, code);
    },
  };
}
