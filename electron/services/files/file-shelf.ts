import { randomBytes } from 'node:crypto';

/** A file that crosses the file seam: uploaded for an import, or made here for printing and download. */
export type ShelvedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** Keeps the newest files in memory under ids nobody can guess; the oldest give way. */
export type FileShelf = {
  readonly put: (file: ShelvedFile) => string;
  readonly get: (id: string) => ShelvedFile | null;
};

const MAX_FILES = 16;
const MAX_BYTES = 256 * 1024 * 1024;

/** Creates an empty shelf. */
export function createFileShelf(): FileShelf {
  const files = new Map<string, ShelvedFile>();
  const total = (): number => [...files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  return {
    put: (file) => {
      const id = randomBytes(16).toString('hex');
      files.set(id, file);
      for (const oldest of files.keys()) {
        if (files.size <= 1 || (files.size <= MAX_FILES && total() <= MAX_BYTES)) break;
        files.delete(oldest);
      }
      return id;
    },
    get: (id) => files.get(id) ?? null,
  };
}
