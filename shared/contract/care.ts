import { z } from 'zod';
import { command, query } from './define.ts';

/**
 * Why the database was recovered. `damaged`: it could not be read. `missing`: it was gone or empty. `changes-lost`: it is
 * sound but older than the scan journal or its own write-ahead log say. `restored`: a person put a backup in place.
 */
export const RecoveryCauseSchema = z.enum(['damaged', 'missing', 'changes-lost', 'restored']);
export type RecoveryCause = z.infer<typeof RecoveryCauseSchema>;

const count = z.int().nonnegative();

/** What a recovery came to, for the people who go on working with it. */
export const RecoveryReportSchema = z.strictObject({
  at: z.string(),
  cause: RecoveryCauseSchema,
  /** What the database said, or empty. */
  detail: z.string(),
  /** The backup that took its place; null: a new database, or the old one where only changes were lost. */
  backup: z.strictObject({ name: z.string(), at: z.string().nullable() }).nullable(),
  /** Newer backups that were no good. */
  refused: count,
  /** Folder with the files that were moved aside. */
  keptIn: z.string().nullable(),
  /** Packages that were in it. */
  restored: count,
  /** Packages entered again from the scan journal. */
  fromJournal: count,
  /** Packages whose outcome is looked up before anything is sent. */
  inDoubt: count,
  /** Journal entries that fit nowhere: a person has to look for them. */
  unplaced: count,
  /** Shops made again from the journal; they need their credentials. */
  shops: z.array(z.string()),
  /** Number of the newest journal entry this recovery has dealt with. */
  journalTo: count,
  acknowledged: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
});
export type RecoveryReport = z.infer<typeof RecoveryReportSchema>;

export const careContract = {
  /** The newest recovery of this desk's data, acknowledged or not. */
  recovery: query('packer', z.strictObject({}), z.strictObject({ report: RecoveryReportSchema.nullable() })),
  /** An admin has read what happened. */
  acknowledge: command('admin', z.strictObject({}), z.strictObject({ report: RecoveryReportSchema.nullable() })),
};
