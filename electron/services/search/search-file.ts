import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { SEARCH_FILE } from '../db/open.ts';

/** Raised whenever the tables or what is written into them change: an older file is built again. */
const FORM = 1;

const SCHEMA = `
-- how far the desk's file was followed, and which one
CREATE TABLE mark (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- one row an order; text is plain and one fact a line, codes is JSON [[kind, code], …]
CREATE TABLE doc (
  id       INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL,
  shop_id  TEXT NOT NULL,
  codes    TEXT NOT NULL,
  text     TEXT NOT NULL,
  UNIQUE (order_id, shop_id)
) STRICT;

-- every number back to front: whole numbers and ends of numbers are one range of it
CREATE TABLE code (
  reversed TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('order', 'waybill', 'serial', 'request')),
  doc      INTEGER NOT NULL,
  PRIMARY KEY (reversed, kind, doc)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE word USING fts5 (grams, content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 0');

CREATE TABLE name (
  id   INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('shop', 'operator', 'carrier', 'state')),
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- what packages are filtered by, as ids of name; each index covers the whole question
CREATE TABLE package (
  seq      INTEGER PRIMARY KEY,
  shop     INTEGER NOT NULL,
  operator INTEGER NOT NULL,
  carrier  INTEGER NOT NULL,
  state    INTEGER NOT NULL
) STRICT;
CREATE INDEX package_by_shop ON package (shop, seq, operator, carrier, state);
CREATE INDEX package_by_operator ON package (operator, seq, shop, carrier, state);
CREATE INDEX package_by_carrier ON package (carrier, seq, shop, operator, state);
CREATE INDEX package_by_state ON package (state, seq, shop, operator, carrier);
`;

/** Not FULL: what a power cut takes is built again. The other words are those of the desk's own file. */
const RECIPE = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'trusted_schema = OFF',
  'secure_delete = ON',
  'mmap_size = 0',
  'cache_size = -16384',
] as const;

/** Opens the search file of a data folder for the desk's file `main`; a missing, damaged or foreign one is begun anew. */
export function openSearchFile(dataDir: string, main: Database): Database {
  const file = join(dataDir, SEARCH_FILE);
  try {
    const search = open(file);
    if (belongsTo(search, main)) return stamped(search, main);
    search.close();
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
  }
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  const search = open(file);
  search.exec(SCHEMA);
  search.pragma(`user_version = ${FORM}`);
  return stamped(search, main);
}

function open(file: string): Database {
  const search = new SqliteDatabase(file, { timeout: 0 });
  for (const pragma of RECIPE) search.pragma(pragma);
  chmodSync(file, 0o600);
  return search;
}

/** 1 where the search file knows of more than the desk's file holds. */
const AHEAD = `SELECT ? > (SELECT coalesce(max(seq), 0) FROM audit)
  OR ? > (SELECT coalesce(max(touch), 0) FROM shop_order WHERE touch IS NOT NULL)`;

/** The last run of the app that wrote here is one the desk's file knows: it was not replaced by a backup since. */
function belongsTo(search: Database, main: Database): boolean {
  if (Number(search.pragma('user_version', { simple: true })) !== FORM) return false;
  const marks = search.prepare<[], { key: string; value: number }>('SELECT key, value FROM mark').all();
  const mark = new Map(marks.map(({ key, value }) => [key, value]));
  const known = main
    .prepare<[number, number], { epoch: number }>('SELECT epoch FROM epoch WHERE epoch = ? AND started_at_ms = ?')
    .get(mark.get('epoch') ?? -1, mark.get('startedAtMs') ?? -1);
  const ahead = main.prepare<[number, number], number>(AHEAD).pluck();
  return known !== undefined && ahead.get(mark.get('audit') ?? 0, mark.get('touch') ?? 0) === 0;
}

function stamped(search: Database, main: Database): Database {
  const newest = main
    .prepare<[], { epoch: number; started_at_ms: number }>('SELECT * FROM epoch ORDER BY epoch DESC LIMIT 1')
    .get();
  const set = search.prepare('INSERT OR REPLACE INTO mark (key, value) VALUES (?, ?)');
  set.run('epoch', newest?.epoch ?? 0);
  set.run('startedAtMs', newest?.started_at_ms ?? 0);
  return search;
}
