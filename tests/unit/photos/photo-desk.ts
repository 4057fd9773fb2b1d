import type { Database } from 'better-sqlite3';
import { createAuditLog } from '../../../electron/services/audit/audit-log.ts';
import { openPhotoFiles } from '../../../electron/services/photos/photo-files.ts';
import { createPhotoStore } from '../../../electron/services/photos/photo-store.ts';
import { createPhotos } from '../../../electron/services/photos/photos.ts';
import { rememberingLog } from '../../support/hosts.ts';

const GIB = 1024 ** 3;

/** The signs of a JPEG of a size, with `filler` bytes of picture in it. */
export function jpeg({ width = 1_280, height = 720, filler = 64 } = {}): Uint8Array {
  const two = (count: number): number[] => [count >> 8, count & 0xff];
  const app0 = [0xff, 0xe0, ...two(16), ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const frame = [0xff, 0xc0, ...two(11), 8, ...two(height), ...two(width), 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, ...two(8), 1, 1, 0, 0, 63, 0];
  const picture = Array.from({ length: filler }, (_, at) => at % 200);
  return Uint8Array.from([0xff, 0xd8, ...app0, ...frame, ...scan, ...picture, 0xff, 0xd9]);
}

/** The photos of a data folder with a real database; `free` is the room on its disk, bytes. */
export function photosOf(parts: {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: { readonly now: () => number };
  readonly free?: () => number;
}) {
  const { database, dataDir, clock, free = () => 10 * GIB } = parts;
  return createPhotos({
    store: createPhotoStore(database),
    files: openPhotoFiles(dataDir),
    audit: createAuditLog(database),
    room: { freeBytes: free },
    clock,
    log: rememberingLog(),
  });
}
