import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

/** Everything this process writes is readable by its user only (RELIABILITY S18): database, journal, log, backups. */
const OWNER_ONLY_MASK = 0o077;

/**
 * Makes the data folder and proves that it can be written, before anything else opens a file in it.
 * Errors: `data-folder-read-only`, `disk-full`.
 */
export function prepareDataDir(dir: string): Result<string, Problem> {
  process.umask(OWNER_ONLY_MASK);
  const dataDir = resolve(dir);
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'x');
    rmSync(probe);
    return ok(dataDir);
  } catch (error) {
    rmQuietly(probe);
    const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
    return err({ code: full ? 'disk-full' : 'data-folder-read-only', dir: dataDir.slice(0, 600) });
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function rmQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder that cannot be written cannot be tidied either.
  }
}
