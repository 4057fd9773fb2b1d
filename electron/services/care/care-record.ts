import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TidiedSchema } from '../../../shared/contract/care.ts';

const RECORD_FILE = 'care.json';

const CareRecordSchema = z.strictObject({
  /** When the last backup succeeded, epoch ms. */
  backupAtMs: z.int().nullable().default(null),
  /** Why the last try failed; empty after a good one. */
  backupProblem: z.string().default(''),
  /** When what is old was last looked for. */
  tidiedAtMs: z.int().nullable().default(null),
  /** The time by which age was judged then; see `believedTime`. */
  believedMs: z.int().nullable().default(null),
  /** What went then. */
  tidied: TidiedSchema.default(TidiedSchema.parse({})),
  checkAtMs: z.int().nullable().default(null),
  /** What the last full check found; empty when all is well. */
  checkFinding: z.string().default(''),
});

/** What the caretaker did last. */
export type CareRecord = z.infer<typeof CareRecordSchema>;

/** Reads the record of a data folder; one that is missing or unreadable is an empty one. */
export function readCareRecord(dataDir: string): CareRecord {
  const file = join(dataDir, RECORD_FILE);
  const empty = CareRecordSchema.parse({});
  if (!existsSync(file)) return empty;
  try {
    const record = CareRecordSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return record.success ? record.data : empty;
  } catch {
    return empty;
  }
}

/** Replaces the record as a whole. */
export function writeCareRecord(dataDir: string, record: CareRecord): void {
  const file = join(dataDir, RECORD_FILE);
  writeFileSync(`${file}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
