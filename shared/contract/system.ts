import { z } from 'zod';
import { OpStateSchema } from '../domain/op.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';
import { AlarmSchema, ToldCauseSchema } from './care.ts';
import { command, query } from './define.ts';

export const LanguageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof LanguageSchema>;

/** What the page needs to know once: never which host it runs in, only what that host can do. */
export const SystemInfoSchema = z.strictObject({
  version: z.string(),
  features: z.strictObject({
    host: z.enum(['electron', 'loopback', 'cli']),
    printing: z.boolean(),
    /** Whether the host makes a PDF of the page; elsewhere the print window does. */
    pdf: z.boolean(),
    updates: z.boolean(),
    ownWindow: z.boolean(),
  }),
  /** True until a language has been chosen once. */
  firstRun: z.boolean(),
  /** What happened to the data, until an admin has read it; no more than that, because anybody may ask. */
  recovered: ToldCauseSchema.nullable(),
  vault: z.strictObject({ available: z.boolean(), backend: z.string() }),
});

const perState = z.record(OpStateSchema, z.int().nonnegative());

/** The figures the pills and the status screen show (RELIABILITY 2e). */
export const SystemStatusSchema = z.strictObject({
  network: z.strictObject({ online: z.boolean(), since: z.string().nullable(), ordersAsOf: z.string().nullable() }),
  outbox: z.strictObject({
    perState,
    open: z.int().nonnegative(),
    needsYou: z.int().nonnegative(),
    oldestOpenAt: z.string().nullable(),
  }),
  conservation: z.strictObject({
    acknowledged: z.int().nonnegative(),
    accounted: z.int().nonnegative(),
    balanced: z.boolean(),
  }),
  shops: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      platform: PlatformIdSchema,
      training: z.boolean(),
      paused: z.boolean(),
      gate: z.string().nullable(),
      /** Unencrypted http is switched on. */
      plainHttp: z.boolean(),
    }),
  ),
  clockSkewSeconds: z.int().nullable(),
  /** Whether somebody has started a shift that is not closed yet. */
  shiftRunning: z.boolean(),
  /** What somebody has to know about the data, most pressing first. */
  alarms: z.array(AlarmSchema),
  today: z.strictObject({
    orders: z.int().nonnegative(),
    packages: z.int().nonnegative(),
    pieces: z.int().nonnegative(),
  }),
});
export type SystemStatus = z.infer<typeof SystemStatusSchema>;

export const VerifyReportSchema = z.strictObject({
  integrity: z.strictObject({ ok: z.boolean(), detail: z.string() }),
  audit: z.strictObject({
    ok: z.boolean(),
    entries: z.int().nonnegative(),
    detail: z.string(),
    /** Whether entries carry a mark under a key that is not in the database. */
    signed: z.boolean(),
    /** End of the chain in short, to be written down outside this machine. */
    fingerprint: z.string(),
  }),
  conservation: z.strictObject({
    acknowledged: z.int().nonnegative(),
    accounted: z.int().nonnegative(),
    balanced: z.boolean(),
  }),
  journal: z.strictObject({
    entries: z.int().nonnegative(),
    missingOps: z.int().nonnegative(),
    /** Lines that cannot be read, for example one cut short by a power cut. */
    damagedLines: z.int().nonnegative(),
  }),
  /** Files of packages' photos: there and of their size, the newest read whole and hashed. */
  photos: z.strictObject({
    checked: z.int().nonnegative(),
    missing: z.int().nonnegative(),
    changed: z.int().nonnegative(),
  }),
  payloads: z.strictObject({ checked: z.int().nonnegative(), damaged: z.int().nonnegative() }),
});
export type VerifyReport = z.infer<typeof VerifyReportSchema>;

export const systemContract = {
  info: query('anyone', z.strictObject({}), SystemInfoSchema),
  status: query('packer', z.strictObject({}), SystemStatusSchema),
  /** The page as it is shown now, as it would be printed, as a PDF by the file seam. */
  pagePdf: command(
    'packer',
    z.strictObject({ name: z.string().min(1).max(80).endsWith('.pdf') }),
    z.strictObject({ fileId: z.string() }),
  ),
  /** Database integrity, audit chain, payload hashes, conservation, scan journal, photos. */
  verify: query('supervisor', z.strictObject({}), VerifyReportSchema),
  backup: command(
    'admin',
    z.strictObject({ file: z.string().min(1).max(1024) }),
    z.strictObject({ file: z.string(), bytes: z.int() }),
  ),
};
