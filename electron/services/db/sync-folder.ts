import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a new name in a folder durable; where a platform cannot flush a folder (Windows) it does so by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
