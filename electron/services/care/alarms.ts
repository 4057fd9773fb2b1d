import type { Alarm } from '../../../shared/contract/care.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { CareRecord } from './care-record.ts';
import { BLOCKED_BYTES, LOW_BYTES } from './disk-room.ts';

/** A desk that could not be backed up for so long warns even where no try failed. */
const BACKUP_OLD_MS = 2 * DAY_MS;

export type AlarmFacts = {
  readonly record: CareRecord;
  readonly freeBytes: number;
  /** A recovery nobody has acknowledged. */
  readonly recovered: boolean;
  /** Packages in doubt for long, and those of them that cannot wait. */
  readonly doubt: { readonly old: number; readonly urgent: number };
  /** Orders the platforms have and nobody can read here. */
  readonly unread: number;
  readonly nowMs: number;
};

/** What somebody has to know, most pressing first. */
export function alarmsOf({ record, freeBytes, recovered, doubt, unread, nowMs }: AlarmFacts): readonly Alarm[] {
  const { backupAtMs, backupProblem, checkFinding } = record;
  const backupOld = backupAtMs !== null && nowMs - backupAtMs > BACKUP_OLD_MS;
  const free = Math.floor(freeBytes / 1024 ** 2);
  const alarms: readonly (Alarm | null)[] = [
    checkFinding === '' ? null : { kind: 'check-failed', level: 'red', count: 0 },
    freeBytes < BLOCKED_BYTES ? { kind: 'disk-low', level: 'red', count: free } : null,
    doubt.urgent > 0 ? { kind: 'doubt-old', level: 'red', count: doubt.urgent } : null,
    recovered ? { kind: 'recovered', level: 'red', count: 0 } : null,
    doubt.urgent === 0 && doubt.old > 0 ? { kind: 'doubt-old', level: 'warning', count: doubt.old } : null,
    unread > 0 ? { kind: 'orders-unread', level: 'warning', count: unread } : null,
    backupProblem !== '' || backupOld ? { kind: 'backup-failed', level: 'warning', count: 0 } : null,
    freeBytes >= BLOCKED_BYTES && freeBytes < LOW_BYTES ? { kind: 'disk-low', level: 'warning', count: free } : null,
  ];
  return alarms.filter((alarm) => alarm !== null);
}
