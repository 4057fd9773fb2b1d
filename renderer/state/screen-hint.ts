import { z } from 'zod';

/** What one page asks the next to show, handed over in the browser's history state. */
export const ScreenHintSchema = z.strictObject({
  search: z.string().max(100).optional(),
  filter: z.string().max(20).optional(),
  open: z.string().max(80).optional(),
  act: z.literal('correct-waybill').optional(),
  /** Whom, whose shop or which carrier the history is narrowed to. */
  narrow: z.strictObject({ by: z.enum(['operator', 'carrier', 'shopId']), value: z.string().max(100) }).optional(),
});
export type ScreenHint = z.infer<typeof ScreenHintSchema>;

/** The hint this page was opened with; an empty one when there is none. */
export function readScreenHint(): ScreenHint {
  const hint = ScreenHintSchema.safeParse(window.history.state);
  return hint.success ? hint.data : {};
}
