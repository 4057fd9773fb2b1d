import { z } from 'zod';
import { command, query } from './define.ts';
import { ProblemSchema } from './problem.ts';

/**
 * Why the database was recovered. `damaged`: it could not be read. `missing`: it was gone or empty. `changes-lost`: it is
 * sound but older than the scan journal or its own write-ahead log say. `restored`: a person put a backup in place.
 * `copied`: it is sound, and its folder is a copy of another one.
 */
export const RecoveryCauseSchema = z.enum(['damaged', 'missing', 'changes-lost', 'restored', 'copied']);
export type RecoveryCause = z.infer<typeof RecoveryCauseSchema>;

const count = z.int().nonnegative();

/** Why the people are told about their data. `not-restored`: a restore somebody asked for did not take place. */
export const ToldCauseSchema = z.enum([...RecoveryCauseSchema.options, 'not-restored']);
export type ToldCause = z.infer<typeof ToldCauseSchema>;

const BackupNameSchema = z.strictObject({ name: z.string(), at: z.string().nullable() });

/** A restore somebody asked for that did not take place; the data stayed as it was. */
const FailedRestoreSchema = z.strictObject({
  at: z.string(),
  /** The backup that was chosen; null where the desk ended in the middle and nothing says which. */
  backup: BackupNameSchema.nullable(),
  /** Null where the desk ended in the middle. */
  problem: ProblemSchema.nullable(),
});
export type FailedRestore = z.infer<typeof FailedRestoreSchema>;

/** What a recovery came to, for the people who go on working with it. */
export const RecoveryReportSchema = z.strictObject({
  at: z.string(),
  /** `not-restored`: nothing was recovered that anybody has still to read about, only `failed` is to be told. */
  cause: ToldCauseSchema,
  /** What the database said, or empty. */
  detail: z.string(),
  /** The backup that took its place; null: a new database, or the old one where only changes were lost. */
  backup: BackupNameSchema.nullable(),
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
  /** Waybills of the first of them. */
  waybills: z.array(z.string()).default([]),
  /** Packages the journal counted whose lines nobody can read any more. */
  unreadable: count.default(0),
  /** What an acknowledged recovery before this one had to leave out already, `unplaced` and `unreadable`. */
  leftOut: z.strictObject({ unplaced: count, unreadable: count }).default({ unplaced: 0, unreadable: 0 }),
  /** The data is a copy of another desk’s: its shops send nothing before a person has said that the other is no longer used. */
  copied: z.boolean().default(false),
  /** Shops made again from the journal; they need their credentials. */
  shops: z.array(z.string()),
  /** Number of the newest journal entry this recovery has dealt with. */
  journalTo: count,
  /** The newest restore since then that did not take place. */
  failed: FailedRestoreSchema.nullable().default(null),
  acknowledged: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
});
export type RecoveryReport = z.infer<typeof RecoveryReportSchema>;

/**
 * Something about the data that somebody has to know. `count`: packages for `doubt-old`, orders for `orders-unread`, free
 * MB for `disk-low`.
 */
export const AlarmSchema = z.strictObject({
  kind: z.enum(['check-failed', 'disk-low', 'doubt-old', 'recovered', 'backup-failed', 'orders-unread']),
  level: z.enum(['warning', 'red']),
  count,
});
export type Alarm = z.infer<typeof AlarmSchema>;

/** What one round let go: finished packages whose single calls went, entries of the record of actions, raw scans, photos. */
export const TidiedSchema = z.strictObject({
  packages: count.default(0),
  entries: count.default(0),
  scans: count.default(0),
  photos: count.default(0),
});
export type Tidied = z.infer<typeof TidiedSchema>;

/** How well the data of this desk is looked after. */
export const CareStatusSchema = z.strictObject({
  /** Where all of it lies on this machine. */
  folder: z.string(),
  freeMegabytes: count,
  backup: z.strictObject({ at: z.string().nullable(), problem: z.string() }),
  check: z.strictObject({ at: z.string().nullable(), finding: z.string() }),
  /** Entries of the scan journal and of the record of actions; both are part of the full check. */
  entries: z.strictObject({ journal: count, audit: count }),
  /** The last round over what is old. */
  tidied: z.strictObject({ at: z.string().nullable(), gone: TidiedSchema }),
});
export type CareStatus = z.infer<typeof CareStatusSchema>;

/** One of the desk's own backups. */
export const BackupViewSchema = z.strictObject({
  name: z.string(),
  at: z.string(),
  bytes: count,
  kind: z.enum(['rolling', 'before-upgrade']),
});
export type BackupView = z.infer<typeof BackupViewSchema>;

const backupName = z.strictObject({ name: z.string().min(1).max(120) });
const nothing = z.strictObject({});

export const careContract = {
  status: query('packer', nothing, CareStatusSchema),
  /** The newest recovery of this desk's data, acknowledged or not. */
  recovery: query('packer', nothing, z.strictObject({ report: RecoveryReportSchema.nullable() })),
  /** An admin has read what happened. */
  acknowledge: command('admin', nothing, z.strictObject({ report: RecoveryReportSchema.nullable() })),
  /** Newest first. */
  backups: query('supervisor', nothing, z.array(BackupViewSchema)),
  backUpNow: command('supervisor', nothing, z.strictObject({ name: z.string(), bytes: count })),
  /** Reads a backup through and counts what is in it, and what was saved since and would be looked up. */
  inspect: query(
    'supervisor',
    backupName,
    z.strictObject({ packages: count, open: count, newestAt: z.string().nullable(), savedSince: count }),
  ),
  /** What support needs, file by file, to be looked at before it is saved as a zip. */
  diagnostics: query('supervisor', nothing, z.array(z.strictObject({ name: z.string(), text: z.string() }))),
  /** Puts a backup in place; the desk closes and opens again on it within seconds. */
  restore: command('admin', backupName, nothing),
};
