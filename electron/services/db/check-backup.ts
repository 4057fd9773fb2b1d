import { statSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** What a sound backup holds. */
export type BackupFacts = {
  readonly packages: number;
  readonly open: number;
  /** When the newest package in it was saved, epoch ms; null where there is none. */
  readonly newestAtMs: number | null;
};

/** A desk's database stays far below this; a larger file is none of ours. */
const MAX_BYTES = 64 * 1024 ** 3;
const OPEN = OpStateSchema.options.filter((state) => state !== 'shipped' && state !== 'cancelled');

/**
 * Reads a file from outside: nothing in its schema is trusted and nothing is written (RELIABILITY B7, S40).
 * Errors: `restore-failed` for a file that is damaged, too large, no backup, or holds programs that are not ours; `database-newer`.
 */
export function checkBackup(file: string): Result<BackupFacts, Problem> {
  let database: Database | undefined;
  try {
    if (statSync(file).size > MAX_BYTES) return failed('too large');
    database = new SqliteDatabase(file, { readonly: true });
    for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0']) database.pragma(pragma);
    const fileVersion = schemaVersion(database);
    if (fileVersion > migrations.length)
      return err({ code: 'database-newer', fileVersion, appVersion: migrations.length });
    const check = String(database.pragma('quick_check(1)', { simple: true }));
    if (check !== 'ok') return failed(check);
    const tables = database
      .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('op', 'op_state')")
      .pluck()
      .get();
    if (fileVersion === 0 || tables !== 2) return failed('not a backup');
    const strange = strangeProgram(database, fileVersion);
    return strange === null ? ok(factsOf(database)) : failed(`not ours: ${strange}`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'unreadable');
  } finally {
    database?.close();
  }
}

const PROGRAMS = "SELECT type || ' ' || name AS name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')";
const VIRTUAL = "SELECT type || ' ' || name AS name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'";

/**
 * What in a file would run by itself once the desk writes to it and was not put there by this app: a trigger or a view
 * with other words than its version has, or a table that is a program. Null where there is none.
 */
function strangeProgram(database: Database, version: number): string | null {
  const own = new SqliteDatabase(':memory:');
  try {
    for (const { sql } of migrations.slice(0, version)) own.exec(sql);
    const known = new Set(programsOf(own, PROGRAMS).map(({ name, sql }) => `${name} ${sql}`));
    const strange = programsOf(database, PROGRAMS).find(({ name, sql }) => !known.has(`${name} ${sql}`));
    return (strange ?? programsOf(database, VIRTUAL)[0])?.name ?? null;
  } finally {
    own.close();
  }
}

const programsOf = (database: Database, sql: string): readonly { readonly name: string; readonly sql: string }[] =>
  database.prepare<[], { name: string; sql: string }>(sql).all();

function factsOf(database: Database): BackupFacts {
  const states = OPEN.map((state) => `'${state}'`).join(', ');
  const facts = database
    .prepare(
      `SELECT (SELECT count(*) FROM op) AS packages, (SELECT max(created_at_ms) FROM op) AS newestAtMs,
         (SELECT count(*) FROM op_state WHERE state IN (${states})) AS open`,
    )
    .get() as BackupFacts;
  return { packages: facts.packages, open: facts.open, newestAtMs: facts.newestAtMs };
}

const failed = (detail: string): Result<never, Problem> =>
  err({ code: 'restore-failed', detail: detail.slice(0, 300) });
