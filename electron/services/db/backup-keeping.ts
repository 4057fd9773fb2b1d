import { DAY_MS, HOUR_MS } from '../../../shared/kernel/time.ts';
import type { BackupFile } from './backup-files.ts';

/** One backup for each of the last so many hours, days and weeks. */
const KEPT = [
  { everyMs: HOUR_MS, count: 24 },
  { everyMs: DAY_MS, count: 14 },
  { everyMs: 7 * DAY_MS, count: 8 },
] as const;

/** How long a copy from before an upgrade is kept. */
const UPGRADE_KEPT_MS = 90 * DAY_MS;

/**
 * Backups whose time is over: all but the newest of each kept hour, day and week. The newest of all always stays, and
 * so does whatever a clock ahead of time has dated into the future.
 */
export function expiredBackups(backups: readonly BackupFile[], nowMs: number): readonly BackupFile[] {
  const rolling = backups.filter(({ kind }) => kind === 'rolling').toSorted((a, b) => b.atMs - a.atMs);
  const kept = new Set(rolling.filter(({ atMs }, index) => index === 0 || atMs > nowMs));
  for (const { everyMs, count } of KEPT) {
    const slots = new Set<number>();
    for (const backup of rolling) {
      const slot = Math.floor(backup.atMs / everyMs);
      if (slots.has(slot) || slots.size === count || (kept.has(backup) && backup.atMs > nowMs)) continue;
      slots.add(slot);
      kept.add(backup);
    }
  }
  return backups.filter((backup) =>
    backup.kind === 'rolling' ? !kept.has(backup) : backup.atMs < nowMs - UPGRADE_KEPT_MS,
  );
}
