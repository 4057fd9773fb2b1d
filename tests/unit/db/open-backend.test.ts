import { mkdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBackend } from '../../../electron/services/backend.ts';
import { JOURNAL_FILE } from '../../../electron/services/db/open.ts';
import { openTestBackend } from '../../support/backend.ts';

describe('opening the app', () => {
  it('says so when the scan journal cannot be written, and lets go of the folder', async () => {
    const { backend, ports, dataDir } = await openTestBackend();
    await backend.close();
    const journal = join(dataDir, JOURNAL_FILE);
    unlinkSync(journal);
    mkdirSync(journal);
    expect(await openBackend(ports)).toEqual({ ok: false, error: { code: 'data-folder-read-only', dir: dataDir } });
    rmdirSync(journal);
    const opened = await openBackend(ports);
    if (!opened.ok) throw new Error(opened.error.code);
    await opened.value.close();
  });
});
