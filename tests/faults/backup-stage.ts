import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { makeRollingBackup } from '../../electron/services/db/rolling-backup.ts';
import { restoreBackup } from '../../electron/services/recovery/restore-backup.ts';
import { atOnce } from '../../electron/services/db/steps.ts';
import { openDesk } from '../outbox/outbox-desk.ts';
import { seeded } from '../outbox/simulation.ts';
import { none, type FaultReport, type FaultStage } from './fault-stage.ts';

const BACKUPS = { quick: 10, full: 100 };
const SAVES_A_BACKUP = 12;

type Restoring = { readonly backups: number; readonly seed: number; readonly reenters: boolean };

/** X13: backups while packages are saved and sent, and one of them put back: nothing that left since leaves again. */
export const backupsUnderLoad: FaultStage = {
  id: 'X13',
  title: 'backups under load, and one restored',
  run: ({ tier, seed }) => backUpAndRestore({ backups: BACKUPS[tier], seed, reenters: true }),
  teeth: {
    without: 'doubt about what a backup does not know',
    run: ({ seed }) => backUpAndRestore({ backups: BACKUPS.quick, seed, reenters: false }),
  },
};

async function backUpAndRestore({ backups, seed, reenters }: Restoring): Promise<FaultReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-backups-'));
  const random = seeded(seed);
  const sum = { saved: 0, failed: 0, unsound: 0, incomplete: 0 };
  try {
    const desk = openDesk({ dataDir });
    desk.outbox.start();
    for (let n = 0; n < backups; n += 1) {
      const before = sum.saved;
      const writing = makeRollingBackup({ database: desk.database, dataDir, nowMs: desk.clock.now() });
      for (let save = 0; save < SAVES_A_BACKUP; save += 1) {
        sum.saved += 1;
        desk.save(`${seed}${10_000 + sum.saved}`, `ZT10000${10_000 + sum.saved}`);
        await desk.clock.pass(1 + Math.floor(random() * 50));
      }
      const made = await writing;
      if (!made.ok) sum.failed += 1;
      else {
        const held = readBackup(join(dataDir, 'backups', made.value.name));
        if (held.integrity !== 'ok' || !held.auditOk) sum.unsound += 1;
        if (held.packages < before) sum.incomplete += 1;
      }
      await desk.clock.pass(60_000);
    }
    const stopped = desk.outbox.stop();
    await desk.clock.pass(1_000);
    await stopped;
    desk.crash();
    const oldest =
      readdirSync(join(dataDir, 'backups'))
        .filter((name) => name.endsWith('.db'))
        .toSorted()[0] ?? '';
    const backup = join(dataDir, 'backups', oldest);
    const restored = restoreBackup({ backup, dataDir, nowMs: desk.clock.now() });
    const again = openDesk({ dataDir, clock: desk.clock, fake: desk.fake });
    if (reenters) again.outbox.reenterAfterRestore(() => null);
    again.outbox.start();
    for (let n = 0; n < 10; n += 1) await again.clock.pass(60_000);
    const orders = desk.fake.ledger.map(({ orderId }) => orderId);
    const counts = again.outbox.counts().perState;
    const balanced = again.outbox.conservation().balanced;
    again.crash();
    return {
      counts: `${backups} backups while ${sum.saved} packages were saved, the oldest restored`,
      checks: [
        none('backups that failed', sum.failed),
        none('backups that do not pass every check', sum.unsound),
        none('backups without what was saved before them', sum.incomplete),
        { name: 'the restore succeeded', passed: restored.ok },
        none('packages sent twice', orders.length - new Set(orders).size),
        none('packages lost', sum.saved - counts.shipped),
        { name: 'the books balance', passed: balanced },
      ],
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function readBackup(file: string): {
  readonly integrity: unknown;
  readonly auditOk: boolean;
  readonly packages: number;
} {
  const database = new SqliteDatabase(file, { readonly: true });
  try {
    return {
      integrity: database.pragma('integrity_check', { simple: true }),
      auditOk: atOnce(createAuditLog(database).verify()).ok,
      packages: Number(database.prepare('SELECT count(*) FROM op').pluck().get()),
    };
  } finally {
    database.close();
  }
}
