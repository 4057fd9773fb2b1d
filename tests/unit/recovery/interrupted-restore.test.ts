import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../electron/services/db/backup.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { markOpen, markSuspect } from '../../../electron/services/db/run-mark.ts';
import { openOrRescue } from '../../../electron/services/recovery/open-or-rescue.ts';
import {
  COPYING_FILE,
  putInPlace,
  restoreBackup,
  RESTORING_FILE,
} from '../../../electron/services/recovery/restore-backup.ts';
import { readRecoveryReport } from '../../../electron/services/recovery/recovery-report.ts';
import { readRestoreNote, writeRestoreNote } from '../../../electron/services/recovery/restore-note.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { openDesk } from '../../outbox/outbox-desk.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const ORDERS = 'SELECT order_id FROM op ORDER BY seq';
const BACKUP = 'desk-2026-11-22T08-00-00-000Z.db';
const OLDER = 'desk-2026-11-22T07-00-00-000Z.db';

/** A dead desk's folder with a backup of one package; three more stand in its write-ahead log only. */
function deadDesk() {
  const desk = openDesk();
  desk.save('1', 'ZT1000001');
  writeBackup(desk.database, join(desk.dataDir, 'backups', BACKUP));
  desk.database.pragma('wal_checkpoint(TRUNCATE)');
  for (const n of [2, 3, 4]) desk.save(String(n), `ZT100000${n}`);
  const dataDir = join(temporaryFolder(), 'dead');
  cpSync(desk.dataDir, dataDir, { recursive: true });
  return { dataDir, nowMs: desk.clock.now() };
}

/** As a restore leaves the folder that dies after its note was written and before anything was moved. */
function noted(dataDir: string) {
  const keptIn = join(dataDir, 'backups', 'before-restore', 'then');
  copyFileSync(join(dataDir, 'backups', BACKUP), join(dataDir, RESTORING_FILE));
  writeRestoreNote(dataDir, { cause: 'restored', atMs: 1, detail: '', backup: BACKUP, refused: 0, keptIn });
  return keptIn;
}

/** The orders in the database the next start opens, and whether it is sound. */
function startAgain({ dataDir, nowMs }: { readonly dataDir: string; readonly nowMs: number }) {
  const opened = openOrRescue({ dataDir, nowMs, newestSaved: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { database } = opened.value;
  const orders = database.prepare(ORDERS).pluck().all();
  const integrity = database.pragma('integrity_check', { simple: true });
  database.close();
  return { orders, integrity, note: readRestoreNote(dataDir)?.backup ?? null };
}

function ordersIn(file: string): readonly unknown[] {
  const database = new SqliteDatabase(file);
  const orders = database.prepare(ORDERS).pluck().all();
  database.close();
  return orders;
}

describe('A restore that died half way', () => {
  it('never lets the log of the old database meet the backup', () => {
    const dead = deadDesk();
    const keptIn = noted(dead.dataDir);
    mkdirSync(keptIn, { recursive: true });
    renameSync(join(dead.dataDir, DATABASE_FILE), join(keptIn, DATABASE_FILE));
    expect(existsSync(join(dead.dataDir, `${DATABASE_FILE}-wal`))).toBe(true);
    expect(startAgain(dead)).toEqual({ orders: ['1'], integrity: 'ok', note: BACKUP });
    expect(readdirSync(keptIn)).toEqual(expect.arrayContaining([DATABASE_FILE, `${DATABASE_FILE}-wal`]));
  });

  it('is carried out by the next start, and the old files are kept', () => {
    const dead = deadDesk();
    const keptIn = noted(dead.dataDir);
    expect(startAgain(dead)).toEqual({ orders: ['1'], integrity: 'ok', note: BACKUP });
    expect(ordersIn(join(keptIn, DATABASE_FILE))).toEqual(['1', '2', '3', '4']);
    expect(existsSync(join(dead.dataDir, RESTORING_FILE))).toBe(false);
  });

  it.each([COPYING_FILE, RESTORING_FILE])(
    'changes nothing where it ended with %s, leaves nothing of it behind, and is told',
    (file) => {
      const dead = deadDesk();
      writeFileSync(join(dead.dataDir, file), 'half');
      expect(startAgain(dead)).toEqual({ orders: ['1', '2', '3', '4'], integrity: 'ok', note: null });
      expect(existsSync(join(dead.dataDir, file))).toBe(false);
      expect(readRecoveryReport(dead.dataDir)).toMatchObject({
        cause: 'not-restored',
        failed: { backup: null, problem: null },
      });
    },
  );

  it('never takes half a copy for a good one, even beside the note of an earlier recovery', () => {
    const dead = deadDesk();
    writeRestoreNote(dead.dataDir, {
      cause: 'changes-lost',
      atMs: 1,
      detail: '',
      backup: null,
      refused: 0,
      keptIn: null,
    });
    const half = readFileSync(join(dead.dataDir, 'backups', BACKUP)).subarray(0, 20_000);
    writeFileSync(join(dead.dataDir, COPYING_FILE), half);
    expect(startAgain(dead)).toEqual({ orders: ['1', '2', '3', '4'], integrity: 'ok', note: null });
  });
});

describe('The backup that takes the place of a damaged database', () => {
  it('is not one that a wrong clock has dated far ahead, where there is one of the past', () => {
    const dead = deadDesk();
    const { dataDir, nowMs } = dead;
    const name = (atMs: number): string => `desk-${new Date(atMs).toISOString().replaceAll(/[:.]/g, '-')}.db`;
    const backups = join(dataDir, 'backups');
    renameSync(join(backups, BACKUP), join(backups, name(nowMs + 300 * DAY_MS)));
    const newest = openDesk();
    for (const n of [1, 2]) newest.save(String(n), `ZT100000${n}`);
    writeBackup(newest.database, join(backups, name(nowMs - 1_000)));
    writeFileSync(join(dataDir, DATABASE_FILE), 'no database'.repeat(1_000));
    expect(startAgain(dead)).toMatchObject({ orders: ['1', '2'], note: name(nowMs - 1_000) });
  });
});

/** Changes a waybill in one index only: what the quick check passes and the full check finds. */
function spoilIndex(file: string): void {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = DELETE');
  const { rootpage } = database
    .prepare("SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'op' AND sql LIKE '%waybill%'")
    .get() as { rootpage: number };
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const bytes = readFileSync(file);
  const at = bytes.indexOf('ZT1000001', (rootpage - 1) * pageSize);
  expect(at).toBeLessThan(rootpage * pageSize);
  bytes[at] = 'X'.charCodeAt(0);
  writeFileSync(file, bytes);
}

describe('A database whose damage only the full check finds', () => {
  /** A folder whose database and newest backup have the same hidden damage; an older backup is sound, or not. */
  function hiddenDamage(older: 'sound' | 'damaged') {
    const dead = deadDesk();
    const file = join(dead.dataDir, DATABASE_FILE);
    spoilIndex(file);
    const backups = join(dead.dataDir, 'backups');
    renameSync(join(backups, BACKUP), join(backups, OLDER));
    copyFileSync(file, join(backups, BACKUP));
    if (older === 'damaged') writeFileSync(join(backups, OLDER), 'no backup');
    markSuspect(dead.dataDir);
    return dead;
  }

  it('is not replaced by a backup that has it too, where an older one is sound', () => {
    expect(startAgain(hiddenDamage('sound'))).toEqual({ orders: ['1'], integrity: 'ok', note: OLDER });
  });

  it('opens on such a backup all the same where there is no better one', () => {
    expect(startAgain(hiddenDamage('damaged')).note).toBe(BACKUP);
  });
});

describe('A restore from the command line', () => {
  it('that fails beside a desk that died leaves that desk’s write-ahead log as it is', () => {
    const dead = deadDesk();
    markOpen(dead.dataDir);
    const backup = join(dead.dataDir, 'backups', BACKUP);
    writeFileSync(backup, 'no backup');
    expect(restoreBackup({ ...dead, backup })).toMatchObject({ error: { code: 'restore-failed' } });
    expect(startAgain(dead)).toEqual({ orders: ['1', '2', '3', '4'], integrity: 'ok', note: null });
  });

  it('stops where a desk was opened while the backup was being copied and checked', () => {
    const { dataDir, nowMs } = deadDesk();
    const other = openOrRescue({ dataDir, nowMs, newestSaved: null });
    if (!other.ok) throw new Error(other.error.code);
    const backup = join(dataDir, 'backups', BACKUP);
    const note = { cause: 'restored', atMs: 1, detail: '', backup: BACKUP, refused: 0, keptIn: 'aside' } as const;
    expect(putInPlace({ backup, dataDir, note })).toMatchObject({ error: { code: 'data-folder-in-use' } });
    expect(readRestoreNote(dataDir)).toBe(null);
    expect(existsSync(join(dataDir, RESTORING_FILE))).toBe(false);
    other.value.database.close();
  });
});
