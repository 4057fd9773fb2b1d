import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import type { FileStore } from '../web/file-store.ts';

const MAX_FILES = 16;
const MAX_BYTES = 256 * 1024 * 1024;

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Keeps the newest files in memory under ids nobody can guess, at most 16 and 256 MiB; the oldest give way.
 * The type follows from the name's ending.
 */
export function createFileShelf(): FileStore {
  const files = new Map<string, { readonly name: string; readonly type: string; readonly bytes: Uint8Array }>();
  const total = (): number => [...files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  return {
    put: ({ name, bytes }) => {
      const id = randomBytes(16).toString('hex');
      files.set(id, { name, bytes, type: TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream' });
      for (const oldest of files.keys()) {
        if (files.size <= 1 || (files.size <= MAX_FILES && total() <= MAX_BYTES)) break;
        files.delete(oldest);
      }
      return id;
    },
    get: (id) => files.get(id) ?? null,
  };
}
