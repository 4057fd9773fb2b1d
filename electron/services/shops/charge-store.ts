import type { Database } from 'better-sqlite3';

/** What calls came to: how many were charged, and the points together. */
export type Spent = { readonly calls: number; readonly points: number };

/** The only SQL on `charge`: every call a platform charged for. Appended, never changed. */
export type ChargeStore = {
  readonly add: (charge: {
    readonly shopId: string;
    readonly day: string;
    readonly orderId: string;
    readonly path: string;
    readonly points: number;
    readonly atMs: number;
  }) => void;
  /** Of one day in China (yyyy-MM-dd). */
  readonly ofDay: (shopId: string, day: string) => Spent;
  /** Everything ever charged for calls about one order. */
  readonly ofOrder: (shopId: string, orderId: string) => Spent;
};

/** Opens the charges over their table. */
export function createChargeStore(database: Database): ChargeStore {
  const add = database.prepare(
    `INSERT INTO charge (shop_id, day, order_id, path, points, at_ms)
     VALUES (@shopId, @day, @orderId, @path, @points, @atMs)`,
  );
  const ofDay = database.prepare<[string, string], Spent>(
    'SELECT count(*) AS calls, coalesce(sum(points), 0) AS points FROM charge WHERE shop_id = ? AND day = ?',
  );
  const ofOrder = database.prepare<[string, string], Spent>(
    `SELECT count(*) AS calls, coalesce(sum(points), 0) AS points FROM charge
     WHERE order_id = ? AND shop_id = ? AND order_id <> ''`,
  );
  const none: Spent = { calls: 0, points: 0 };
  return {
    add: (charge) => {
      add.run(charge);
    },
    ofDay: (shopId, day) => ofDay.get(shopId, day) ?? none,
    ofOrder: (shopId, orderId) => ofOrder.get(orderId, shopId) ?? none,
  };
}
