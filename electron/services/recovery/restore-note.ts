import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RecoveryCauseSchema } from '../../../shared/contract/care.ts';
import { syncFolder } from '../db/sync-folder.ts';

/** Stands in a data folder from a restore until the next start has re-entered what was open (RELIABILITY I-12). */
const NOTE_FILE = 'restored';

const RestoreNoteSchema = z.strictObject({
  cause: RecoveryCauseSchema,
  atMs: z.int(),
  /** What SQLite said, or empty. */
  detail: z.string(),
  /** Name of the backup that was put in place; null where there was none or none was needed. */
  backup: z.string().nullable(),
  /** Newer backups that were no good. */
  refused: z.int().nonnegative(),
  /** Where the files lie that were moved aside. */
  keptIn: z.string().nullable(),
  /** The folder is a copy of another one, or the backup another desk's. */
  copied: z.boolean().default(false),
  /** Who asked for it at the desk; empty where nobody did. */
  by: z.string().default(''),
});

/** What was put in place of the database and why. */
export type RestoreNote = z.input<typeof RestoreNoteSchema>;

/** Written as a whole or not at all, and on the disk, before anything is moved. */
export function writeRestoreNote(dataDir: string, note: RestoreNote): void {
  const file = join(dataDir, NOTE_FILE);
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeFileSync(handle, JSON.stringify(note));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
  syncFolder(dataDir);
}

/** The note that stands; one that cannot be read still means that everything open is in doubt. */
export function readRestoreNote(dataDir: string): z.output<typeof RestoreNoteSchema> | null {
  const file = join(dataDir, NOTE_FILE);
  if (!existsSync(file)) return null;
  try {
    return RestoreNoteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { cause: 'restored', atMs: 0, detail: '', backup: null, refused: 0, keptIn: null, copied: false, by: '' };
  }
}

/** To be called once everything that was open has been re-entered. */
export const forgetRestoreNote = (dataDir: string): void => rmSync(join(dataDir, NOTE_FILE), { force: true });
