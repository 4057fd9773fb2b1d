import { DatabaseSync } from 'node:sqlite';
import SqliteDatabase from 'better-sqlite3';
import { buildDBClient, SqliteQueue } from 'liteque';
import { better, defineQueue } from 'plainjob';

/** A queue others wrote, or could write in an afternoon: saves one job, or many together where it can. */
export type QueuePeer = {
  readonly add: (key: string, payload: string) => unknown;
  readonly addMany?: (keys: readonly string[], payload: string) => void;
  readonly close: () => void;
};

const FULL = ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'] as const;
const TABLE = 'CREATE TABLE job (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, payload TEXT NOT NULL) STRICT';
const INSERT = 'INSERT INTO job (key, payload) VALUES (?, ?)';

/** The least a table without doubles needs, through the app's own driver. */
export function openBareTable(file: string): QueuePeer {
  const database = new SqliteDatabase(file);
  for (const pragma of FULL) database.pragma(pragma);
  database.exec(TABLE);
  const insert = database.prepare(INSERT);
  const many = database.transaction((keys: readonly string[], payload: string) => {
    for (const key of keys) insert.run(key, payload);
  });
  return {
    add: (key, payload) => insert.run(key, payload),
    addMany: (keys, payload) => many(keys, payload),
    close: () => database.close(),
  };
}

/** The same table through Node's own driver. */
export function openNodeSqlite(file: string): QueuePeer {
  const database = new DatabaseSync(file);
  for (const pragma of FULL) database.exec(`PRAGMA ${pragma}`);
  database.exec(TABLE);
  const insert = database.prepare(INSERT);
  return { add: (key, payload) => insert.run(key, payload), close: () => database.close() };
}

/** `durable`: forced to FULL; as shipped it runs NORMAL, where a power cut may take what was acknowledged. Keeps doubles. */
export function openPlainjob(file: string, { durable }: { readonly durable: boolean }): QueuePeer {
  const database = new SqliteDatabase(file);
  const logger = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };
  const queue = defineQueue({ connection: better(database), logger, serializer: String });
  if (durable) database.pragma('synchronous = FULL');
  return {
    add: (_key, payload) => queue.add('ship', payload),
    addMany: (keys, payload) => {
      queue.addMany(
        'ship',
        keys.map(() => payload),
      );
    },
    close: () => {
      queue.close();
      if (database.open) database.close();
    },
  };
}

/** As `openPlainjob`; refuses doubles by a key. */
export function openLiteque(file: string, { durable }: { readonly durable: boolean }): QueuePeer {
  const client = buildDBClient(file, { runMigrations: true });
  const queue = new SqliteQueue<{ text: string }>('ship', client, {
    defaultJobArgs: { numRetries: 2 },
    keepFailedJobs: true,
  });
  const database = Reflect.get(client, '$client') ?? Reflect.get(Reflect.get(client, 'session') as object, 'client');
  if (durable) (database as SqliteDatabase.Database).pragma('synchronous = FULL');
  return {
    add: (idempotencyKey, text) => queue.enqueue({ text }, { idempotencyKey }),
    close: () => (database as SqliteDatabase.Database).close(),
  };
}
