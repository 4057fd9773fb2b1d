import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Holds the number its own file has on the disk. A copy of the folder has another one, whatever machine it lies on. */
const MARK_FILE = 'folder.id';

/** File systems that number their files anew with every mount, by the number Linux gives them: FAT, exFAT, FUSE. */
const UNSTEADY_FILE_SYSTEMS: ReadonlySet<number> = new Set([0x4d44, 0x2011bab0, 0x65735546]);

/** Whether a data folder was copied since it was marked; false for one that bears no mark yet. */
export function isCopied(dataDir: string): boolean {
  const file = join(dataDir, MARK_FILE);
  if (!existsSync(file) || isUnsteady(dataDir)) return false;
  const handle = openSync(file, 'r');
  try {
    const marked = readFileSync(handle, 'utf8');
    return /^\d+$/.test(marked) && marked !== numberOf(handle);
  } finally {
    closeSync(handle);
  }
}

/** Marks a data folder as the one it is now. */
export function markFolder(dataDir: string): void {
  const handle = openSync(join(dataDir, MARK_FILE), 'w', 0o600);
  try {
    writeSync(handle, numberOf(handle));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export const isMarked = (dataDir: string): boolean => existsSync(join(dataDir, MARK_FILE));

const numberOf = (handle: number): string => String(fstatSync(handle, { bigint: true }).ino);

const isUnsteady = (dir: string): boolean =>
  process.platform === 'linux' && UNSTEADY_FILE_SYSTEMS.has(statfsSync(dir).type);
