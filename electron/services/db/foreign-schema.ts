import SqliteDatabase, { type Database } from 'better-sqlite3';
import { migrations } from './migrations/index.ts';

/**
 * The first table, index, trigger or view of a file that this app did not make at that version, or null. A trigger from
 * outside would run with the next scan; a view or a column would stand where ours is expected (RELIABILITY B7).
 */
export function foreignSchema(database: Database, version: number): string | null {
  const own = new Set(ownSchema(version));
  return schemaOf(database).find((entry) => !own.has(entry)) ?? null;
}

/** As the migrations leave it in an empty file. */
function ownSchema(version: number): readonly string[] {
  const database = new SqliteDatabase(':memory:');
  try {
    for (const { sql } of migrations.slice(0, version)) database.exec(sql);
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
