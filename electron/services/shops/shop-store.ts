import type { Database } from 'better-sqlite3';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';

/** A shop as the services know it; credentials are the vault's. */
export type ShopRecord = {
  readonly id: string;
  readonly name: string;
  readonly platform: PlatformId;
  /** Without trailing slash. */
  readonly baseUrl: string;
  readonly training: boolean;
  readonly paused: boolean;
  /** Which of the platform's kinds of shops it is; empty where there is one kind only. */
  readonly kind: string;
  /** An admin has switched unencrypted http on. */
  readonly plainHttp: boolean;
  /** Points a day after which sending waits for a person; null without a limit. */
  readonly spendLimitPoints: number | null;
  /** The day in China (yyyy-MM-dd) on which a person let it spend on; empty where none. */
  readonly spendAgreedOn: string;
  /** Orders changed up to here (epoch ms) are known; null before the first pull. */
  readonly pulledToMs: number | null;
  /** When the last complete pull began, epoch ms: its orders are known as of then. */
  readonly pulledAtMs: number | null;
};

/** The only SQL on `shop`. Removed shops keep their row, because history refers to it, and leave every list. */
export type ShopStore = {
  readonly list: () => readonly ShopRecord[];
  readonly get: (id: string) => ShopRecord | null;
  /** By id or by name, among shops that are not removed. */
  readonly find: (idOrName: string) => ShopRecord | null;
  readonly insert: (
    shop: Pick<ShopRecord, 'id' | 'name' | 'platform' | 'baseUrl' | 'training'> &
      Partial<Pick<ShopRecord, 'kind' | 'plainHttp'>> & { readonly createdAtMs: number },
  ) => void;
  readonly setPlainHttp: (id: string, on: boolean) => void;
  readonly setSpendLimit: (id: string, points: number | null) => void;
  readonly setSpendAgreed: (id: string, day: string) => void;
  readonly setPaused: (id: string, paused: boolean) => void;
  readonly setBaseUrl: (id: string, baseUrl: string) => void;
  readonly setPulled: (id: string, pulled: { readonly toMs: number; readonly atMs: number }) => void;
  /** Frees the name for a new shop. */
  readonly remove: (id: string, atMs: number) => void;
};

type ShopRow = {
  id: string;
  name: string;
  platform: string;
  base_url: string;
  training: number;
  paused: number;
  kind: string;
  plain_http: number;
  spend_limit_points: number | null;
  spend_agreed_on: string;
  pulled_to_ms: number | null;
  pulled_at_ms: number | null;
};

const fromRow = (row: ShopRow): ShopRecord => ({
  id: row.id,
  name: row.name,
  platform: row.platform as PlatformId,
  baseUrl: row.base_url,
  training: row.training === 1,
  paused: row.paused === 1,
  kind: row.kind,
  plainHttp: row.plain_http === 1,
  spendLimitPoints: row.spend_limit_points,
  spendAgreedOn: row.spend_agreed_on,
  pulledToMs: row.pulled_to_ms,
  pulledAtMs: row.pulled_at_ms,
});

/** Opens the shops over their table. */
export function createShopStore(database: Database): ShopStore {
  const all = database.prepare<[], ShopRow>(
    'SELECT * FROM shop WHERE removed_at_ms IS NULL ORDER BY created_at_ms, id',
  );
  const byId = database.prepare<[string], ShopRow>('SELECT * FROM shop WHERE id = ?');
  const byEither = database.prepare<[string, string], ShopRow>(
    'SELECT * FROM shop WHERE (id = ? OR name = ?) AND removed_at_ms IS NULL',
  );
  const insert = database.prepare(
    `INSERT INTO shop (id, name, platform, base_url, training, kind, plain_http, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const plainHttp = database.prepare('UPDATE shop SET plain_http = ? WHERE id = ?');
  const spendLimit = database.prepare('UPDATE shop SET spend_limit_points = ? WHERE id = ?');
  const spendAgreed = database.prepare('UPDATE shop SET spend_agreed_on = ? WHERE id = ?');
  const paused = database.prepare('UPDATE shop SET paused = ? WHERE id = ?');
  const baseUrl = database.prepare('UPDATE shop SET base_url = ? WHERE id = ?');
  const pulled = database.prepare('UPDATE shop SET pulled_to_ms = ?, pulled_at_ms = ? WHERE id = ?');
  const remove = database.prepare("UPDATE shop SET removed_at_ms = ?, name = name || ' #' || id WHERE id = ?");
  const one = (row: ShopRow | undefined): ShopRecord | null => (row === undefined ? null : fromRow(row));
  return {
    list: () => all.all().map(fromRow),
    get: (id) => one(byId.get(id)),
    find: (idOrName) => one(byEither.get(idOrName, idOrName)),
    insert: (shop) => {
      const { id, name, platform, training, kind = '', plainHttp: plain = false, createdAtMs } = shop;
      insert.run(id, name, platform, shop.baseUrl, training ? 1 : 0, kind, plain ? 1 : 0, createdAtMs);
    },
    setPlainHttp: (id, on) => {
      plainHttp.run(on ? 1 : 0, id);
    },
    setSpendLimit: (id, points) => {
      spendLimit.run(points, id);
    },
    setSpendAgreed: (id, day) => {
      spendAgreed.run(day, id);
    },
    setPaused: (id, value) => {
      paused.run(value ? 1 : 0, id);
    },
    setBaseUrl: (id, value) => {
      baseUrl.run(value, id);
    },
    setPulled: (id, value) => {
      pulled.run(value.toMs, value.atMs, id);
    },
    remove: (id, atMs) => {
      remove.run(atMs, id);
    },
  };
}
