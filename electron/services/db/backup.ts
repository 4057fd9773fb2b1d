import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { BACKUP_FOLDER, PARTIAL, removeHalfMade } from './backup-files.ts';
import { nameOfMoment } from './side-files.ts';

/** Writes a consistent copy to `file` (replacing an older one only after the copy is complete). Works while the app runs. */
export function writeBackup(database: Database, file: string): void {
  const partial = `${file}${PARTIAL}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(partial)) rmSync(partial);
  database.prepare('VACUUM INTO ?').run(partial);
  chmodSync(partial, 0o600);
  renameSync(partial, file);
}

/** Keeps a copy of the old file before a schema upgrade touches it. */
export function backUpBeforeUpgrade(options: {
  readonly database: Database;
  readonly dataDir: string;
  readonly from: number;
  readonly nowMs: number;
}): void {
  const { database, dataDir, from, nowMs } = options;
  removeHalfMade(dataDir);
  writeBackup(database, join(dataDir, BACKUP_FOLDER, `before-upgrade-v${from}-${nameOfMoment(nowMs)}.db`));
}
