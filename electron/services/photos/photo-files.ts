import { randomBytes } from 'node:crypto';
import { glob, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

const FOLDER = 'photos';
/** What a photo's path looks like, and nothing else is ever opened: a row that says otherwise is not one of ours. */
const OURS = /^photos\/\d{4}\/\d{2}\/\d{2}\/[0-9a-f]{32}\.jpg$/;

/** Files of photos inside a data folder. Paths are relative, with forward slashes. */
export type PhotoFiles = {
  /** Writes a new file whole or not at all, and synced; its path. Throws where the disk refuses. */
  readonly write: (id: string, bytes: Uint8Array, atMs: number) => Promise<string>;
  /** Null where there is no such file, or the path is none of a photo. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Size in bytes; null as for `read`. */
  readonly size: (path: string) => Promise<number | null>;
  /** Harmless where it is gone already. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes the folders of whole days before a moment (epoch ms) with whatever is left in them. */
  readonly removeDays: (beforeMs: number) => Promise<void>;
};

/** A name nobody can guess, and that says nothing about order or buyer. */
export const newPhotoId = (): string => randomBytes(16).toString('hex');

/** The photos of one data folder. */
export function openPhotoFiles(dataDir: string): PhotoFiles {
  const within = (path: string): string | null => (OURS.test(path) ? join(dataDir, ...path.split('/')) : null);
  return {
    write: async (id, bytes, atMs) => {
      const path = [FOLDER, ...dayOf(atMs), `${id}.jpg`].join('/');
      const file = within(path);
      if (file === null) throw new Error('The name of a photo is made here');
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeSynced(`${file}.new`, bytes);
      await rename(`${file}.new`, file);
      await syncFolder(dirname(file));
      return path;
    },
    read: async (path) => {
      const file = within(path);
      return file === null ? null : await orNull(readFile(file));
    },
    size: async (path) => {
      const file = within(path);
      return file === null ? null : ((await orNull(stat(file)))?.size ?? null);
    },
    remove: async (path) => {
      const file = within(path);
      if (file !== null) await rm(file, { force: true });
    },
    removeDays: async (beforeMs) => {
      const last = dayOf(beforeMs).join('/');
      for await (const day of glob('[0-9][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]', { cwd: join(dataDir, FOLDER) }))
        if (day.split(sep).join('/') < last) await rm(join(dataDir, FOLDER, day), { recursive: true, force: true });
    },
  };
}

/** The day on the bench's own clock, so that a person finds it. */
function dayOf(atMs: number): readonly string[] {
  const day = new Date(atMs);
  const two = (count: number): string => String(count).padStart(2, '0');
  return [String(day.getFullYear()).padStart(4, '0'), two(day.getMonth() + 1), two(day.getDate())];
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the new name survives a power cut too; Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await orNull(open(folder, 'r'));
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const orNull = <Value>(task: Promise<Value>): Promise<Value | null> => task.catch(() => null);
