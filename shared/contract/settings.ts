import { z } from 'zod';
import { type Access, command, query, stricter } from './define.ts';
import { LanguageSchema } from './system.ts';

/** Every setting with its safe default. Durations in ms. */
export const SettingsSchema = z.strictObject({
  'ui.language': LanguageSchema.default('zh-CN'),
  'ui.languageChosen': z.boolean().default(false),
  'ui.scalePercent': z
    .union([z.literal(75), z.literal(100), z.literal(125), z.literal(150), z.literal(175), z.literal(200)])
    .default(100),
  'ui.sound': z.boolean().default(true),
  /** Names of sounds that are not to be heard, with blanks between; the alarm that stops the box always is. */
  'ui.mutedSounds': z.string().max(200).default(''),
  'ui.speech': z.boolean().default(true),
  /** 1 is the voice's own speed. */
  'ui.speechRate': z.number().min(0.7).max(2).default(1.2),
  /** `voiceURI` of a voice of this machine; empty for the first of the language. */
  'ui.voice': z.string().max(200).default(''),
  'operator.name': z.string().trim().max(40).default(''),
  /** Pieces a packer may put into a package at once without scanning each. */
  'packing.restLimit': z.int().min(0).max(9_999).default(10),
  /** What a badge alone is worth: signed in as a packer, or no more than the name for the PIN that must follow. */
  'operators.badgeAlone': z.enum(['as-packer', 'needs-pin']).default('as-packer'),
  /** After this long without a hand on the desk the screen dims. */
  'operators.dimAfterMs': z.int().min(30_000).max(3_600_000).default(180_000),
  /** After this long without a hand on the desk somebody has to sign in again. */
  'operators.lockAfterMs': z.int().min(60_000).max(3_600_000).default(300_000),
  /** Whole-call limit of one send. */
  'outbox.callTimeoutMs': z.int().min(50).max(120_000).default(20_000),
  /** Quiet time before the first look at a shipment in doubt. */
  'outbox.settleMs': z.int().min(0).max(3_600_000).default(60_000),
  /** Time between two negative looks. */
  'outbox.readBackSpacingMs': z.int().min(0).max(3_600_000).default(60_000),
  /** An order the platform has not told of for so long is read once more right before its package is sent. */
  'outbox.lookAgainAfterMs': z.int().min(0).max(3_600_000).default(60_000),
  /** Most orders in one call, for platforms that take several. */
  'outbox.ordersPerCall': z.int().min(1).max(100).default(20),
  /** How often orders are pulled by themselves; 0 switches it off. */
  'orders.pullEveryMs': z.int().min(0).max(86_400_000).default(120_000),
  /** Days the single calls and looks of a finished package are kept; the package itself and its story stay. */
  'retention.attemptDays': z.int().min(30).max(3_660).default(90),
  /** Days photos of packages are kept; what they were stays. */
  'retention.photoDays': z.int().min(30).max(3_660).default(90),
  /** The bench's camera: its id in this page, and its name, because ids change with the page's address. */
  'camera.id': z.string().max(200).default(''),
  'camera.name': z.string().max(200).default(''),
  /** Days the audit log is kept: three years, or longer. */
  'retention.auditDays': z.int().min(1_096).max(36_600).default(1_096),
});
export type Settings = z.infer<typeof SettingsSchema>;
export type SettingKey = keyof Settings;

/** Everybody chooses how the screen looks and sounds; the rest is how the business runs. */
const roleOfSetting = (key: string): Access => (key.startsWith('ui.') ? 'packer' : 'admin');

export const settingsContract = {
  get: query('anyone', z.strictObject({}), SettingsSchema),
  set: stricter(
    command(
      'packer',
      z.strictObject({ key: z.string().max(64), value: z.union([z.string().max(200), z.number(), z.boolean()]) }),
      SettingsSchema,
    ),
    ({ key }) => roleOfSetting(key),
  ),
};
