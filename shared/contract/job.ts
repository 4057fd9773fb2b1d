import { z } from 'zod';

/** One refused row of an imported file: where, which column, why, and what stood there. The sentence comes from `shared/messages`. */
export const RowProblemSchema = z.strictObject({
  /** Row number as a spreadsheet shows it: the header is row 1. */
  row: z.int().positive(),
  column: z.string(),
  reason: z.enum([
    'missing',
    'not-a-number',
    'out-of-range',
    'bad-format',
    'too-long',
    'unknown-shop',
    'unknown-carrier',
    'ambiguous-carrier',
    'unknown-order',
    'goods-not-in-order',
    'quantity-exceeds',
    'duplicate',
    'waybill-used',
    'inconsistent',
    'rule',
    'lost-digits',
    'not-possible',
  ]),
  value: z.string().max(200),
  detail: z.string().max(300),
});
export type RowProblem = z.infer<typeof RowProblemSchema>;

/** A long piece of work the page can watch and call off. */
export const JobViewSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['pull', 'import-orders', 'import-shipments', 'import-corrections']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  phase: z.enum(['reading', 'checking', 'saving', 'finished']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** Orders or shipments that are in afterwards. */
  accepted: z.int().nonnegative(),
  /** Refused rows, at most the first 500; `refused` counts all. */
  refused: z.int().nonnegative(),
  rows: z.array(RowProblemSchema),
  problem: z.unknown().nullable(),
});
export type JobView = z.infer<typeof JobViewSchema>;
