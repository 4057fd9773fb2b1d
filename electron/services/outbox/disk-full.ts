import { dirname } from 'node:path';
import type { Problem } from '../../../shared/contract/problem.ts';

/** The problem behind a failed write, when the disk is full; anything else is a bug or damage and is thrown on. */
export function diskFull(error: unknown, file: string): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return { code: 'disk-full', dir: dirname(file) };
  throw error;
}
