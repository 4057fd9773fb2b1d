import type { Database } from 'better-sqlite3';
import { type ShopPacking, ShopPackingSchema } from '../../../shared/domain/weight.ts';

/** What a package has besides goods and waybill, from the bench. */
export type PackageExtras = {
  readonly weightGrams: number | null;
};

/** The only SQL on `shop_packing` and `op_extra`: what shops want of their packages, and what saved packages have of it. */
export type PackageExtrasStore = {
  readonly wanted: (shopId: string) => ShopPacking;
  readonly want: (shopId: string, wanted: ShopPacking) => void;
  /** Whether any shop of the desk has its packages photographed. */
  readonly photographsAny: () => boolean;
  readonly of: (opId: string) => PackageExtras;
  /** Within the commit that saves the package. */
  readonly write: (opSeq: number, extras: PackageExtras) => void;
};

/** A shop that nobody has asked: nothing is weighed or photographed. Up to 50 kg a courier takes a parcel from the bench. */
const NOTHING_WANTED: ShopPacking = { weigh: 'off', minGrams: 10, maxGrams: 50_000, photo: 'off' };

type WantedRow = { weigh: string; min_grams: number; max_grams: number; photo: string };
type ExtraRow = { weight_grams: number | null };

/** Opens the extras over their tables. */
export function createPackageExtras(database: Database): PackageExtrasStore {
  const wanted = database.prepare<[string], WantedRow>('SELECT * FROM shop_packing WHERE shop_id = ?');
  const want = database.prepare(
    `INSERT INTO shop_packing (shop_id, weigh, min_grams, max_grams, photo) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET weigh = excluded.weigh, min_grams = excluded.min_grams,
       max_grams = excluded.max_grams, photo = excluded.photo`,
  );
  const of = database.prepare<[string], ExtraRow>(
    'SELECT op_extra.* FROM op_extra JOIN op ON op.seq = op_extra.op_seq WHERE op.id = ?',
  );
  const photographsAny = database
    .prepare<[], number>(
      `SELECT EXISTS (SELECT 1 FROM shop_packing JOIN shop ON shop.id = shop_packing.shop_id
         WHERE shop_packing.photo <> 'off' AND shop.removed_at_ms IS NULL)`,
    )
    .pluck();
  const write = database.prepare('INSERT INTO op_extra (op_seq, weight_grams) VALUES (?, ?)');
  return {
    wanted: (shopId) => {
      const row = wanted.get(shopId);
      if (row === undefined) return NOTHING_WANTED;
      const { weigh, min_grams: minGrams, max_grams: maxGrams, photo } = row;
      return ShopPackingSchema.parse({ weigh, minGrams, maxGrams, photo });
    },
    want: (shopId, { weigh, minGrams, maxGrams, photo }) => {
      want.run(shopId, weigh, minGrams, maxGrams, photo);
    },
    photographsAny: () => photographsAny.get() === 1,
    of: (opId) => ({ weightGrams: of.get(opId)?.weight_grams ?? null }),
    write: (opSeq, { weightGrams }) => {
      if (weightGrams !== null) write.run(opSeq, weightGrams);
    },
  };
}
