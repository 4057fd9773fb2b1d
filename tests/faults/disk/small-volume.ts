import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A volume of its own, small enough to be filled. */
export type SmallVolume = {
  readonly folder: string;
  /** Takes all the room there is, down to the last byte, or all but `leaveBytes`. */
  readonly fill: (leaveBytes?: number) => void;
  readonly free: () => void;
  readonly remove: () => void;
};

/** Mounts a tmpfs. Null where this user may not mount. */
export function mountSmallVolume(megabytes: number): SmallVolume | null {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-volume-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: (leaveBytes = 0) => {
      fillUp(ballast);
      truncateSync(ballast, Math.max(0, statSync(ballast).size - leaveBytes));
    },
    free: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillUp(file: string): void {
  const handle = openSync(file, 'a');
  try {
    for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
      const bytes = Buffer.alloc(size);
      while (writes(handle, bytes));
    }
  } finally {
    closeSync(handle);
  }
}

function writes(handle: number, bytes: Uint8Array): boolean {
  try {
    return writeSync(handle, bytes) === bytes.length;
  } catch {
    return false;
  }
}
