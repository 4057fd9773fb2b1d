import type { Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Migration } from './migrations/index.ts';

/** The schema version written in the file, 0 for a new one. */
export const schemaVersion = (database: Database): number => Number(database.pragma('user_version', { simple: true }));

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
  return ok(appVersion);
}
