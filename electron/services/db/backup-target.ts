import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { BACKUP_FOLDER } from './backup-files.ts';
import { checkBackup } from './check-backup.ts';

/**
 * Whether a person's backup may be written to a file: never over anything but an older backup, and into the data folder
 * only beside the desk's own backups. Links are followed, so that no other spelling leads to the database.
 */
export function mayHoldBackup(file: string, dataDir: string): boolean {
  const target = realPathOf(file);
  const within = relative(realPathOf(dataDir), target);
  const isWithin = !within.startsWith('..') && !isAbsolute(within);
  if (isWithin && dirname(within) !== BACKUP_FOLDER) return false;
  return !existsSync(target) || checkBackup(target).ok;
}

/** The nearest folder that is there with its links followed, and the rest as it is written. */
function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), basename(path));
}
