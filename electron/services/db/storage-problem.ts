import type { Problem } from '../../../shared/contract/problem.ts';

const READ_ONLY = ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EISDIR', 'EEXIST'];
const FULL = ['ENOSPC', 'EDQUOT'];

/**
 * What Node or SQLite threw, as a problem a person can put right: the folder is in use, read-only or full, the disk
 * fails, the file is damaged. Null for anything else: that is a bug.
 */
export function storageProblem(error: unknown, dir: string): Problem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sqlite = (...names: readonly string[]): boolean => names.some((name) => code.startsWith(`SQLITE_${name}`));
  if (sqlite('BUSY', 'LOCKED')) return { code: 'data-folder-in-use', dir };
  if (READ_ONLY.includes(code) || sqlite('READONLY', 'CANTOPEN', 'PERM')) return { code: 'data-folder-read-only', dir };
  if (FULL.includes(code) || sqlite('FULL')) return { code: 'disk-full', dir };
  if (code === 'EIO' || sqlite('IOERR')) return { code: 'disk-error', dir };
  if (sqlite('CORRUPT', 'NOTADB'))
    return { code: 'database-damaged', detail: error instanceof Error ? error.message : code };
  return null;
}

/** The same for a place where nothing else may happen: a bug is thrown on. */
export function storageProblemOrThrow(error: unknown, dir: string): Problem {
  const problem = storageProblem(error, dir);
  if (problem === null) throw error;
  return problem;
}
