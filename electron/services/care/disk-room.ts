import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MB = 1024 * 1024;
/** Below this the desk warns. */
export const LOW_BYTES = 2_048 * MB;
/** Below this nothing new is saved; what is saved goes on being sent. */
export const BLOCKED_BYTES = 500 * MB;
/** Below this the reserve is given up, so that answers of platforms can still be taken down. */
const GIVE_UP_BYTES = 128 * MB;
const RESERVE_BYTES = 64 * MB;
const RESERVE_FILE = 'reserve';

/** Room on the disk the data folder lies on. */
export type DiskRoom = {
  /** Bytes this user may still write. */
  readonly freeBytes: () => number;
  readonly isBlocked: () => boolean;
  /** Lays the reserve down where there is plenty, and gives it up where there is next to nothing. */
  readonly tend: () => void;
};

/** `free` is replaced in tests. */
export function createDiskRoom(dataDir: string, free: () => number = () => freeOn(dataDir)): DiskRoom {
  const reserve = join(dataDir, RESERVE_FILE);
  return {
    freeBytes: free,
    isBlocked: () => free() < BLOCKED_BYTES,
    tend: () => {
      const bytes = free();
      if (bytes < GIVE_UP_BYTES) rmSync(reserve, { force: true });
      if (bytes > LOW_BYTES && !existsSync(reserve)) layDown(reserve);
    },
  };
}

function freeOn(dir: string): number {
  const { bavail, bsize } = statfsSync(dir);
  return bavail * bsize;
}

/** Real bytes: a file with holes keeps no room. */
function layDown(file: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    const zeroes = Buffer.alloc(MB, 1);
    for (let written = 0; written < RESERVE_BYTES; written += MB) writeSync(handle, zeroes);
  } finally {
    closeSync(handle);
  }
}
