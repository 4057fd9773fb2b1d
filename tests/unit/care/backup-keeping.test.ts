import { describe, expect, it } from 'vitest';
import type { BackupFile } from '../../../electron/services/db/backup-files.ts';
import { expiredBackups } from '../../../electron/services/db/backup-keeping.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/kernel/time.ts';

const NOW = Date.parse('2026-11-22T12:30:00Z');
const backup = (atMs: number, kind: BackupFile['kind'] = 'rolling'): BackupFile => ({
  name: `desk-${atMs}.db`,
  atMs,
  bytes: 1,
  kind,
});

/** What is left after a desk has been open for `hours`, keeping as it went. */
function afterHours(hours: number): readonly BackupFile[] {
  let files: readonly BackupFile[] = [];
  for (let hour = hours; hour >= 0; hour -= 1) {
    const nowMs = NOW - hour * HOUR_MS;
    files = [...files, backup(nowMs)];
    const gone = new Set(expiredBackups(files, nowMs));
    files = files.filter((file) => !gone.has(file));
  }
  return files;
}

describe('Rolling backups', () => {
  it('stay for 24 hours, 14 days and 8 weeks, one each, however long the desk is open', () => {
    const kept = afterHours(24 * 100);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8);
    const within = (ms: number): number => kept.filter(({ atMs }) => NOW - atMs < ms).length;
    expect(within(24 * HOUR_MS)).toBe(24);
    expect(within(14 * DAY_MS)).toBeGreaterThanOrEqual(24 + 12);
    expect(NOW - Math.min(...kept.map(({ atMs }) => atMs))).toBeGreaterThan(6 * 7 * DAY_MS);
  });

  it('never go all at once: the newest stays, and so does what a wrong clock has dated ahead', () => {
    expect(expiredBackups([backup(NOW - 400 * DAY_MS)], NOW)).toEqual([]);
    const ahead = [backup(NOW + DAY_MS), backup(NOW + DAY_MS + 1), backup(NOW)];
    expect(expiredBackups(ahead, NOW)).toEqual([]);
  });

  it('leave a copy from before an upgrade alone for 90 days', () => {
    const copies = [backup(NOW - 89 * DAY_MS, 'before-upgrade'), backup(NOW - 91 * DAY_MS, 'before-upgrade')];
    expect(expiredBackups(copies, NOW)).toEqual([copies[1]]);
  });
});
