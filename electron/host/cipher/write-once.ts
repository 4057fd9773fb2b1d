import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a new file whole or not at all, flushed before its name appears: a power cut leaves no half key behind.
 * Thrown: EEXIST when the file is there already; an existing one is never replaced.
 */
export function writeOnce(file: string, bytes: Uint8Array): void {
  const part = `${file}.${process.pid}`;
  try {
    const handle = openSync(part, 'w', 0o600);
    try {
      writeSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
