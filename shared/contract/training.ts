import { z } from 'zod';
import { command, query } from './define.ts';

/** Faults that can be switched on for practice; `none` is ordinary service. */
export const PracticeFaultSchema = z.enum(['none', 'offline', 'slow', 'busy', 'lost-answer']);

export const TrainingStateSchema = z.strictObject({
  running: z.boolean(),
  baseUrl: z.string().nullable(),
  shops: z.array(z.string()),
  fault: PracticeFaultSchema,
});

/** What a special practice order teaches. */
export const PracticeLessonSchema = z.enum([
  'subsidy',
  'same-city',
  'pickup',
  'after-sale',
  'part-refunded',
  'address-change',
  'risk',
]);
export type PracticeLesson = z.infer<typeof PracticeLessonSchema>;

/** What lies on the on-screen practice tray: codes a beginner without a scanner can click or type. */
export const PracticeTraySchema = z.array(
  z.strictObject({
    shop: z.string(),
    orderId: z.string(),
    lesson: PracticeLessonSchema.nullable(),
    items: z.array(
      z.strictObject({ title: z.string(), barcode: z.string(), quantity: z.int(), serialNumbers: z.array(z.string()) }),
    ),
    waybills: z.array(z.string()),
  }),
);

export const trainingContract = {
  state: query('packer', z.strictObject({}), TrainingStateSchema),
  /** Starts the practice platforms, adds the practice shops and pulls their orders. Safe to call again. */
  start: command('packer', z.strictObject({}), TrainingStateSchema),
  /** Ends training: the practice shops and everything packed for them leave the screens. */
  stop: command('packer', z.strictObject({}), TrainingStateSchema),
  setFault: command('packer', z.strictObject({ fault: PracticeFaultSchema }), TrainingStateSchema),
  /** Of all practice shops, or of the one named: there with its special orders. */
  tray: query('packer', z.strictObject({ shop: z.string().max(80).optional() }), PracticeTraySchema),
  /** Address of the printable practice sheet, served through the file seam. */
  sheet: query(
    'packer',
    z.strictObject({ language: z.enum(['zh-CN', 'en']), shop: z.string().max(80).optional() }),
    z.strictObject({ fileId: z.string() }),
  ),
};
