import { z } from 'zod';
import { SymbologySchema } from '../domain/symbology.ts';
import { command, query } from './define.ts';
import { RecentScanSchema, VerdictSchema } from './verdict.ts';

/** Days a raw scan is kept. */
export const SCAN_DAYS = 30;

/** Where a code came from: a scanner as keyboard, a scanner on a serial port or as HID-POS, a hand, a click. */
export const ScanSourceSchema = z.enum(['wedge', 'serial', 'hid', 'typed', 'screen']);
export type ScanSource = z.infer<typeof ScanSourceSchema>;

/** How a keyboard scanner typed. Times in ms between keys. */
export const ScanTimingSchema = z.strictObject({
  keys: z.int().nonnegative(),
  medianMs: z.number().nonnegative(),
  p95Ms: z.number().nonnegative(),
  suffix: z.enum(['enter', 'tab', 'caps-lock', 'none']),
});
export type ScanTiming = z.infer<typeof ScanTimingSchema>;

/**
 * Which scan this is. `run` is one life of the page and `seq` counts its scans: the same pair again is the same scan again
 * and changes nothing. `pull` is the trigger pull: codes of one pull came within 120 ms of each other. `atMs` is epoch time
 * of the last key, by the page's clock.
 */
export const ScanOriginSchema = z.strictObject({
  run: z.string().min(1).max(40),
  seq: z.int().positive(),
  pull: z.int().nonnegative(),
  source: ScanSourceSchema,
  atMs: z.number().nonnegative(),
  symbology: SymbologySchema.nullable(),
  timing: ScanTimingSchema.nullable(),
  /** `rebuilt`: an input method was in the way and the code was read from the keys. `unreliable`: it could not be. */
  ime: z.enum(['none', 'rebuilt', 'unreliable']),
  /** False: its first keys may have gone elsewhere, because the page came up or the focus moved in the middle of it. */
  whole: z.boolean().default(true),
});
export type ScanOrigin = z.infer<typeof ScanOriginSchema>;
/** How one code was read, before it is numbered. */
export type ScanReading = Omit<ScanOrigin, 'run' | 'seq'>;

/** One raw scan, or one key of the bench, and what became of it. */
export const ScanRecordSchema = z.strictObject({
  id: z.int().positive(),
  at: z.string(),
  /** The scan as it came, cut after 1,000 characters; for a key the action as JSON. */
  text: z.string(),
  /** Null for keys, and for codes of callers that do not say, such as a script. */
  origin: ScanOriginSchema.nullable(),
  isKey: z.boolean(),
  /** What the bench waited for. */
  step: z.string(),
  took: RecentScanSchema.shape.took,
  verdict: VerdictSchema,
  /** Code of the problem, or empty. */
  reason: z.string(),
  operator: z.string(),
});
export type ScanRecord = z.infer<typeof ScanRecordSchema>;

/** What the calibration found out about the scanner of this bench. Times in ms. */
export const ScannerProfileSchema = z.strictObject({
  calibratedAt: z.string(),
  link: z.enum(['wired', 'bluetooth']),
  medianMs: z.number().nonnegative().max(2_000),
  p95Ms: z.number().nonnegative().max(2_000),
  /** Keys further apart than this were not typed by the scanner. */
  thresholdMs: z.number().min(40).max(600),
  suffix: ScanTimingSchema.shape.suffix,
  letters: z.enum(['upper', 'lower', 'mixed', 'none']),
  digits: z.enum(['row', 'numpad', 'alt-numpad']),
  /** Characters before the code, such as an AIM identifier. */
  prefix: z.string().max(16),
  ime: z.boolean(),
});
export type ScannerProfile = z.infer<typeof ScannerProfileSchema>;

/** The scans of the last 24 hours in numbers. */
export const ScanFiguresSchema = z.strictObject({
  scans: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  doubles: z.int().nonnegative(),
  imeRebuilt: z.int().nonnegative(),
  imeRefused: z.int().nonnegative(),
  noSuffix: z.int().nonnegative(),
});

export const scansContract = {
  /** The newest scans and keys, newest first. */
  list: query(
    'packer',
    z.strictObject({ limit: z.int().min(1).max(200), before: z.int().positive().optional() }),
    z.strictObject({ rows: z.array(ScanRecordSchema), figures: ScanFiguresSchema }),
  ),
  /**
   * A burst that no suffix ended: kept in the log, judged by nobody. Digits are masked with
   * nobody signed in and with `pinAsked`: they may be a PIN.
   */
  note: command(
    'anyone',
    z.strictObject({ text: z.string().max(70_000), origin: ScanOriginSchema, pinAsked: z.boolean().optional() }),
    z.strictObject({}),
  ),
  /** The whole log, oldest first, one JSON object a line. */
  export: command(
    'supervisor',
    z.strictObject({}),
    z.strictObject({ fileId: z.string(), count: z.int().nonnegative() }),
  ),
  profile: query('packer', z.strictObject({}), z.strictObject({ profile: ScannerProfileSchema.nullable() })),
  saveProfile: command('packer', ScannerProfileSchema, z.strictObject({ profile: ScannerProfileSchema })),
};
