import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { writeBackup } from '../../../electron/services/db/backup.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { markClosed, markOpen } from '../../../electron/services/db/run-mark.ts';
import { type Desk, openDesk } from '../../outbox/outbox-desk.ts';

/** Two states of the same desk's files, and what is true about it. */
export type SoundDesk = {
  readonly closed: string;
  readonly crashed: string;
  /** Bytes of every acknowledged package, by id. */
  readonly acknowledged: ReadonlyMap<string, string>;
  readonly shipped: ReadonlySet<string>;
};

const BACKUP_EVERY = 20;
const PACKAGES = 60;

/** A desk that packed and shipped with a backup now and then; half of what is open was never sent. */
export async function soundDesk(folder: string): Promise<SoundDesk> {
  const live = join(folder, 'live');
  const desk = openDesk({ dataDir: live });
  markOpen(live);
  desk.outbox.start();
  const ids: string[] = [];
  for (let order = 1; order <= PACKAGES; order += 1) {
    if (order === PACKAGES - 10) await stopSending(desk);
    ids.push(desk.save(`37046123545597${10_000 + order}`, `ZT10000${1_000 + order}`));
    await desk.clock.pass(2_000);
    if (order % BACKUP_EVERY === 0) writeBackup(desk.database, backupFile(live, desk.clock.now()));
  }
  const rows = ids.map((id) => desk.row(id));
  const crashed = join(folder, 'crashed');
  cpSync(live, crashed, { recursive: true });
  desk.crash();
  markClosed(live);
  return {
    closed: live,
    crashed,
    acknowledged: new Map(rows.map(({ id, payloadText }) => [id, sha256(payloadText)])),
    shipped: new Set(rows.filter(({ status }) => status.state === 'shipped').map(({ id }) => id)),
  };
}

async function stopSending(desk: Desk): Promise<void> {
  const stopped = desk.outbox.stop();
  await desk.clock.pass(1_000);
  await stopped;
}

const backupFile = (dataDir: string, atMs: number): string =>
  join(dataDir, 'backups', `desk-${new Date(atMs).toISOString().replace(/[:.]/g, '-')}.db`);

/** A copy of one state to be damaged. */
export function copyOf(desk: SoundDesk, state: 'closed' | 'crashed', name: string, withBackups: boolean): string {
  const copy = join(tmpdir(), `dispatch-desk-damage-${process.pid}-${name}`);
  rmSync(copy, { recursive: true, force: true });
  cpSync(desk[state], copy, { recursive: true });
  if (!withBackups) rmSync(join(copy, 'backups'), { recursive: true });
  return copy;
}

/** What a database holds after a start, read by a connection of its own. */
export type Held = ReadonlyMap<string, { readonly bytes: string; readonly state: string }>;

export function readHeld(dataDir: string): Held {
  const database = new SqliteDatabase(join(dataDir, DATABASE_FILE), { readonly: true });
  try {
    const rows = database.prepare('SELECT id, payload, state FROM op JOIN op_state ON op_seq = seq').all() as {
      id: string;
      payload: string;
      state: string;
    }[];
    return new Map(rows.map(({ id, payload, state }) => [id, { bytes: sha256(payload), state }]));
  } finally {
    database.close();
  }
}

/** Whether a file with these bytes lies anywhere in a folder. */
export function holdsBytes(folder: string, hash: string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && sha256(readFileSync(join(entry.parentPath, entry.name))) === hash,
  );
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
