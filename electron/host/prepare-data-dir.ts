import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { syncedBy } from './synced-folder.ts';

/** Everything this process writes is readable by its user only (RELIABILITY S18): database, journal, log, backups. */
const OWNER_ONLY_MASK = 0o077;

/**
 * Makes the data folder and proves that it can be written, before anything else opens a file in it.
 * Errors: `data-folder-synced`, `data-folder-read-only`, `disk-full`.
 */
export function prepareDataDir(dir: string): Result<string, Problem> {
  process.umask(OWNER_ONLY_MASK);
  const dataDir = resolve(dir);
  const by = syncedBy(dataDir, process.platform);
  if (by !== null) return err({ code: 'data-folder-synced', dir: dataDir.slice(0, 600), by });
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    makeFolder(dataDir);
    writeFileSync(probe, 'x');
    rmSync(probe);
    return ok(dataDir);
  } catch (error) {
    rmQuietly(probe);
    const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
    return err({ code: full ? 'disk-full' : 'data-folder-read-only', dir: dataDir.slice(0, 600) });
  }
}

/** One folder after the other: Node's `recursive` never returns where a parent is there and says ENOENT, as /proc does. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir, { mode: 0o700 });
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function rmQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder that cannot be written cannot be tidied either.
  }
}
