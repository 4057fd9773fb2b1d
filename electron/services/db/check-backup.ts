import { statSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { foreignSchema } from './foreign-schema.ts';
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
 * Reads a file from outside: nothing in its schema is trusted, only our own is taken, and nothing is written (RELIABILITY B7, S40).
 * `full` also compares every index with its table. Errors: `restore-failed` for a file that is damaged, too large or no
 * backup; `database-newer`.
 */
export function checkBackup(file: string, { full = false } = {}): Result<BackupFacts, Problem> {
  let database: Database | undefined;
  try {
    if (statSync(file).size > MAX_BYTES) return failed('too large');
    database = new SqliteDatabase(file, { readonly: true });
    for (const pragma of ['trusted_schema = OFF', 'cell_size_check = ON', 'mmap_size = 0']) database.pragma(pragma);
    const fileVersion = schemaVersion(database);
    if (fileVersion > migrations.length)
      return err({ code: 'database-newer', fileVersion, appVersion: migrations.length });
    const check = String(database.pragma(full ? 'integrity_check(1)' : 'quick_check(1)', { simple: true }));
    if (check !== 'ok') return failed(check);
    const tables = database
      .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('op', 'op_state')")
      .pluck()
      .get();
    if (fileVersion === 0 || tables !== 2) return failed('not a backup');
    const foreign = foreignSchema(database, fileVersion, migrations);
    return foreign === null ? ok(factsOf(database)) : failed(`not made by this app: ${foreign}`);
  } catch (error) {
    return failed(error instanceof Error ? error.message : 'unreadable');
  } finally {
    database?.close();
  }
}

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
