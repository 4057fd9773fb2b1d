import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE, JOURNAL_FILE } from '../../../electron/services/db/open.ts';
import { noteFailedRestore } from '../../../electron/services/recovery/recovery-report.ts';
import { restoreBackup } from '../../../electron/services/recovery/restore-backup.ts';
import type { RecoveryReport } from '../../../shared/contract/care.ts';
import { openDesk } from '../../outbox/outbox-desk.ts';
import { openTestBackend } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const ADMIN = { role: 'admin', operator: 'Ling' } as const;
/** Sends nothing by itself. */
const COMMAND_LINE = { host: 'cli', printing: false, updates: false, ownWindow: false } as const;

/** Opens the app on a folder and says what it tells of a recovery, of its shops and of its books; then closes it. */
async function lookAt(dataDir: string, acknowledges = false) {
  const { backend } = await openTestBackend({ dataDir, features: COMMAND_LINE });
  const ask = async <Value>(name: string): Promise<Value> => {
    const answer = await backend.call({ name, input: {} }, ADMIN);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value as Value;
  };
  const { firstRun } = await ask<{ firstRun: boolean }>('system.info');
  const { report } = await ask<{ report: RecoveryReport | null }>('care.recovery');
  if (acknowledges) await ask('care.acknowledge');
  const shops = await ask<readonly { paused: boolean }[]>('shops.list');
  const verified = await ask<{ conservation: { balanced: boolean }; journal: { missingOps: number } }>('system.verify');
  await backend.close();
  return {
    report,
    firstRun,
    paused: shops.map(({ paused }) => paused),
    balanced: verified.conservation.balanced,
    missing: verified.journal.missingOps,
  };
}

/** A folder with so many packages that were never sent, opened by the app once. */
async function usedFolder(packages = 1): Promise<string> {
  const desk = openDesk();
  for (let n = 1; n <= packages; n += 1) desk.save(String(n), `ZT${1_000_000 + n}`);
  desk.crash();
  expect(await lookAt(desk.dataDir)).toMatchObject({ report: null, firstRun: true });
  return desk.dataDir;
}

const copyOf = (dataDir: string): string => {
  const copy = join(temporaryFolder(), 'copy');
  cpSync(dataDir, copy, { recursive: true });
  return copy;
};

describe('A copied data folder', () => {
  it('sends nothing: its shops are paused, what is open is in doubt, and it says so; the original goes on', async () => {
    const dataDir = await usedFolder();
    const copy = copyOf(dataDir);
    const there = await lookAt(copy);
    expect(there.report).toMatchObject({ cause: 'copied', copied: true, inDoubt: 1, backup: null });
    expect(there.paused).toEqual([true]);
    expect(await lookAt(dataDir)).toMatchObject({ report: null, paused: [false] });
  });

  it('is told once; one that was moved, or was never opened before, is no copy', async () => {
    const dataDir = await usedFolder();
    const copy = copyOf(dataDir);
    const first = await lookAt(copy, true);
    expect((await lookAt(copy)).report?.at).toBe(first.report?.at);
    const moved = join(temporaryFolder(), 'moved');
    renameSync(dataDir, moved);
    expect((await lookAt(moved)).report).toBe(null);
  });

  it('that is damaged too is recovered and paused', async () => {
    const copy = copyOf(await usedFolder());
    writeFileSync(join(copy, DATABASE_FILE), 'no database'.repeat(1_000));
    rmSync(join(copy, `${DATABASE_FILE}-wal`), { force: true });
    const { report, paused } = await lookAt(copy);
    expect(report).toMatchObject({ cause: 'damaged', copied: true, fromJournal: 1 });
    expect(paused).toEqual([true]);
  });
});

describe('A backup of another desk', () => {
  /** What a folder tells after the backup of a desk with one open package was put in place there. */
  async function restoredIn(dataDir: string, backupOf: string) {
    const backup = join(temporaryFolder(), 'kept.db');
    const { backend } = await openTestBackend({ dataDir: backupOf, features: COMMAND_LINE });
    expect(await backend.call({ name: 'system.backup', input: { file: backup } }, ADMIN)).toMatchObject({ ok: true });
    await backend.close();
    expect(restoreBackup({ dataDir, backup, nowMs: 1 })).toMatchObject({ ok: true });
    return await lookAt(dataDir);
  }

  it('sends nothing where it is put in place: its shops are paused, for the other desk may go on sending', async () => {
    const { report, paused } = await restoredIn(temporaryFolder(), await usedFolder());
    expect(report).toMatchObject({ cause: 'restored', copied: true, inDoubt: 1 });
    expect(paused).toEqual([true]);
  });

  it('is told from one of this desk’s own, whose shops go on', async () => {
    const own = await usedFolder();
    const { report, paused } = await restoredIn(own, own);
    expect(report).toMatchObject({ cause: 'restored', copied: false, inDoubt: 1 });
    expect(paused).toEqual([false]);
  });
});

describe('What a recovery has to say and nobody has read', () => {
  it('is not lost over the next recovery: paused shops, and shops without credentials', async () => {
    const copy = copyOf(await usedFolder());
    const spoil = (): void => {
      writeFileSync(join(copy, DATABASE_FILE), 'no database'.repeat(1_000));
      rmSync(join(copy, `${DATABASE_FILE}-wal`), { force: true });
    };
    spoil();
    const { report } = await lookAt(copy);
    expect(report).toMatchObject({ copied: true, shops: ['Name of shop-1'] });
    const older = readFileSync(join(copy, DATABASE_FILE));
    const { backend } = await openTestBackend({ dataDir: copy, features: COMMAND_LINE });
    await backend.call({ name: 'settings.set', input: { key: 'outbox.settleMs', value: 70_000 } }, ADMIN);
    await backend.close();
    writeFileSync(join(copy, DATABASE_FILE), older);
    const next = await lookAt(copy, true);
    expect(next.report).toMatchObject({ cause: 'changes-lost', copied: true, shops: ['Name of shop-1'] });
    writeFileSync(join(copy, DATABASE_FILE), older);
    expect((await lookAt(copy)).report).toMatchObject({ cause: 'changes-lost', copied: false, shops: [] });
  });
});

describe('An older copy of the database, put back by hand', () => {
  it('is noticed by the noted end of the log: what is open in it is looked up before it is sent', async () => {
    const dataDir = await usedFolder();
    const older = readFileSync(join(dataDir, DATABASE_FILE));
    const { backend } = await openTestBackend({ dataDir, features: COMMAND_LINE });
    await backend.call({ name: 'settings.set', input: { key: 'outbox.settleMs', value: 70_000 } }, ADMIN);
    await backend.close();
    writeFileSync(join(dataDir, DATABASE_FILE), older);
    expect((await lookAt(dataDir)).report).toMatchObject({ cause: 'changes-lost', inDoubt: 1, copied: false });
    const { report } = await lookAt(dataDir, true);
    expect((await lookAt(dataDir)).report?.at).toBe(report?.at);
  });
});

describe('A journal that is damaged in the middle, when the database is lost', () => {
  it('tells how many packages nobody can read any more, and is at peace once an admin has read it', async () => {
    const dataDir = await usedFolder(5);
    const journal = join(dataDir, JOURNAL_FILE);
    const lines = readFileSync(journal, 'utf8').split('\n');
    writeFileSync(journal, lines.map((line, n) => (n === 1 || n === 2 ? line.slice(0, 40) : line)).join('\n'));
    truncateSync(join(dataDir, DATABASE_FILE), 0);
    const told = await lookAt(dataDir);
    expect(told.report).toMatchObject({ cause: 'missing', fromJournal: 3, unreadable: 2, unplaced: 0 });
    expect(told.balanced).toBe(false);
    await lookAt(dataDir, true);
    expect(await lookAt(dataDir)).toMatchObject({ balanced: true, missing: 0, firstRun: false });
    noteFailedRestore(dataDir, { at: '2026-11-22T08:00:00.000Z', backup: null, problem: null });
    const failed = { cause: 'not-restored', unreadable: 2, shops: [], copied: false };
    expect(await lookAt(dataDir, true)).toMatchObject({ balanced: true, report: failed });
    expect(await lookAt(dataDir)).toMatchObject({ balanced: true });
  });
});
