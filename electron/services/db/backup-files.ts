import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the desk's own backups, inside the data folder. */
export const BACKUP_FOLDER = 'backups';

/** A backup the desk made by itself: every hour, or before an upgrade. */
export type BackupFile = {
  readonly name: string;
  /** When it was begun, epoch ms; from its name. */
  readonly atMs: number;
  readonly bytes: number;
  readonly kind: 'rolling' | 'before-upgrade';
};

const NAME = /^(desk|before-upgrade-v\d+)-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)\.db$/;

/** The desk's own backups, newest first. Files with other names are left alone. */
export function listBackups(dataDir: string): readonly BackupFile[] {
  const folder = join(dataDir, BACKUP_FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry): BackupFile[] => {
      const atMs = backupMoment(entry.name);
      if (!entry.isFile() || atMs === null) return [];
      const kind = entry.name.startsWith('desk-') ? 'rolling' : 'before-upgrade';
      return [{ name: entry.name, atMs, bytes: statSync(join(folder, entry.name)).size, kind }];
    })
    .toSorted((a, b) => b.atMs - a.atMs);
}

/** When a backup was made, epoch ms, by its name; null for any other file. */
export function backupMoment(name: string): number | null {
  const moment = NAME.exec(name)?.[2]?.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/, 'T$1:$2:$3.$4Z');
  const atMs = moment === undefined ? Number.NaN : Date.parse(moment);
  return Number.isNaN(atMs) ? null : atMs;
}

/** Ending of a backup that is being written; one that lies there before a new one is begun was never finished. */
export const PARTIAL = '.partial';

/** Takes away copies that a process did not live to finish. */
export function removeHalfMade(dataDir: string): void {
  const folder = join(dataDir, BACKUP_FOLDER);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (name.includes(`.db${PARTIAL}`)) rmSync(join(folder, name));
}
