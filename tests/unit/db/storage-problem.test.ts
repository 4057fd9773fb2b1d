import { describe, expect, it } from 'vitest';
import { storageProblem } from '../../../electron/services/db/storage-problem.ts';

const thrown = (code: string): Error => Object.assign(new Error('from the disk'), { code });

describe('what the disk or SQLite threw', () => {
  it.each([
    ['SQLITE_BUSY', 'data-folder-in-use'],
    ['SQLITE_READONLY_DBMOVED', 'data-folder-read-only'],
    ['EACCES', 'data-folder-read-only'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_FULL', 'disk-full'],
    ['EIO', 'disk-error'],
    ['SQLITE_IOERR_FSYNC', 'disk-error'],
    ['SQLITE_CORRUPT_INDEX', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
  ])('%s is told as %s', (code, problem) => {
    expect(storageProblem(thrown(code), '/data')?.code).toBe(problem);
  });

  it('is a bug when it is none of them', () => {
    expect(storageProblem(thrown('EBADF'), '/data')).toBeNull();
    expect(storageProblem(new Error('x'), '/data')).toBeNull();
  });
});
