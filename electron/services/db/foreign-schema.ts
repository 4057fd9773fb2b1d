import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Migration } from './migrations/index.ts';

/**
 * The first table, index, trigger or view of a file that this app did not make at that version, or that is missing in it;
 * null where it is just ours. A trigger from outside would run with the next scan, a view or a column would stand where
 * ours is expected (RELIABILITY B7), and flipped bytes may leave words that still make a table (X12).
 */
export function foreignSchema(database: Database, version: number, migrations: readonly Migration[]): string | null {
  const own = new Set(ownSchema(migrations.slice(0, version)));
  const found = new Set(schemaOf(database));
  return [...found].find((entry) => !own.has(entry)) ?? [...own].find((entry) => !found.has(entry)) ?? null;
}

/** As the migrations leave it in an empty file. */
function ownSchema(migrations: readonly Migration[]): readonly string[] {
  const database = new SqliteDatabase(':memory:');
  try {
    for (const { sql } of migrations) database.exec(sql);
    return schemaOf(database);
  } finally {
    database.close();
  }
}

/** Every entry but SQLite's own, with the words it was made by. */
const schemaOf = (database: Database): readonly string[] =>
  database
    .prepare<[], string>(
      `SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema
       WHERE name NOT GLOB 'sqlite_*' OR type IN ('trigger', 'view')`,
    )
    .pluck()
    .all();
