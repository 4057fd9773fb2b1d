import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE, JOURNAL_FILE } from '../../../electron/services/db/open.ts';
import { openTestBackend } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const ADMIN = { role: 'admin', operator: 'Ling' } as const;

async function desk() {
  const { backend, dataDir } = await openTestBackend();
  const backUpTo = async (file: string): Promise<string> => {
    const answer = await backend.call({ name: 'system.backup', input: { file } }, ADMIN);
    return answer.ok ? 'written' : (answer.error as { code: string }).code;
  };
  return { dataDir, backUpTo };
}

describe('A backup a person writes', () => {
  it('never lands on the desk’s own files, not even through a link', async () => {
    const { dataDir, backUpTo } = await desk();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(dataDir, link);
    for (const folder of [dataDir, link])
      for (const name of [DATABASE_FILE, JOURNAL_FILE, 'vault.key', 'new.db', join('damaged', 'new.db')])
        expect(await backUpTo(join(folder, name)), name).toBe('backup-failed');
    expect(readFileSync(join(dataDir, 'vault.key'))).toHaveLength(32);
  });

  it('replaces an older backup and nothing else', async () => {
    const { dataDir, backUpTo } = await desk();
    const folder = join(temporaryFolder(), 'stick');
    mkdirSync(folder);
    writeFileSync(join(folder, 'report.xlsx'), 'figures');
    expect(await backUpTo(join(folder, 'report.xlsx'))).toBe('backup-failed');
    expect(readFileSync(join(folder, 'report.xlsx'), 'utf8')).toBe('figures');
    for (const file of [join(folder, 'desk.db'), join(folder, 'desk.db'), join(dataDir, 'backups', 'mine.db')])
      expect(await backUpTo(file)).toBe('written');
  });
});
