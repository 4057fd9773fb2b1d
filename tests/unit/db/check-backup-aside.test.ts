import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { writeBackup } from '../../../electron/services/db/backup.ts';
import { checkBackupAside } from '../../../electron/services/db/check-backup-aside.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';

const dir = mkdtempSync(join(tmpdir(), 'aside-'));

function backup(): string {
  const opened = openDatabase({ dataDir: join(dir, 'desk'), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const file = join(dir, 'backup.db');
  writeBackup(opened.value.database, file);
  opened.value.database.close();
  return file;
}

const good = backup();

/** The same file with the inside of its second page written over. */
function damaged(): string {
  const file = join(dir, 'damaged.db');
  copyFileSync(good, file);
  writeFileSync(file, readFileSync(file).fill(0xaa, 4096, 8192));
  return file;
}

test('a backup is checked while the desk goes on, and what it holds is told', async () => {
  let turns = 0;
  let over = false;
  const checking = checkBackupAside(good).finally(() => (over = true));
  while (!over) {
    turns += 1;
    await nextTurn();
  }
  expect(await checking).toMatchObject({ ok: true, value: { packages: 0, open: 0 } });
  expect(turns).toBeGreaterThan(1);
});

test('a damaged backup is none', async () => {
  expect(await checkBackupAside(damaged())).toMatchObject({ ok: false, error: { code: 'restore-failed' } });
});

test('where no thread can be started the check is made all the same', async () => {
  const none = join(dir, 'no-such-program.js');
  expect(await checkBackupAside(good, none)).toMatchObject({ ok: true });
  expect(await checkBackupAside(damaged(), none)).toMatchObject({ ok: false, error: { code: 'restore-failed' } });
});
