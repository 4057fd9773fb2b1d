import { closeSync, openSync, readSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Migration } from './migrations/index.ts';

/** The schema version written in the file, 0 for a new one. */
export const schemaVersion = (database: Database): number => Number(database.pragma('user_version', { simple: true }));

const VERSION_OFFSET = 60;

/**
 * Whether a file was written by a newer app, read from its header as plain bytes: not even its write-ahead log is folded
 * in, so the newer app finds everything as it left it. A file too short or none of SQLite's is left to the next checks.
 */
export function refuseNewer(file: string, appVersion: number): Problem | null {
  const header = Buffer.alloc(VERSION_OFFSET + 4);
  const handle = openSync(file, 'r');
  try {
    const read = readSync(handle, header, 0, header.length, 0);
    if (read < header.length || header.toString('latin1', 0, 15) !== 'SQLite format 3') return null;
  } finally {
    closeSync(handle);
  }
  const fileVersion = header.readInt32BE(VERSION_OFFSET);
  return fileVersion > appVersion ? { code: 'database-newer', fileVersion, appVersion } : null;
}

/**
 * Brings the file to the newest version in one transaction: either all steps land or none.
 * A file of a newer app is refused untouched. `beforeUpgrade` runs (and must back up) only when data exists.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  beforeUpgrade: (fromVersion: number) => void,
): Result<number, Problem> {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`Migration ${migration.version} stands at place ${index + 1}`);
  });
  const fileVersion = schemaVersion(database);
  const appVersion = migrations.length;
  if (fileVersion > appVersion) return err({ code: 'database-newer', fileVersion, appVersion });
  if (fileVersion === appVersion) return ok(appVersion);
  if (fileVersion > 0) beforeUpgrade(fileVersion);
  const run = database.transaction(() => {
    for (const migration of migrations.slice(fileVersion)) {
      database.exec(migration.sql);
      database.pragma(`user_version = ${migration.version}`);
    }
  });
  run.immediate();
  // The new version stands in the file itself and not in its log: see `refuseNewer`.
  database.pragma('wal_checkpoint(TRUNCATE)');
  return ok(appVersion);
}
