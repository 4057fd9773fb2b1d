import { z } from 'zod';
import { OrderSchema } from '../domain/order.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';
import { command, query } from './define.ts';
import { LanguageSchema } from './system.ts';
import { JobViewSchema } from './job.ts';

/** One line of the list of orders. */
export const OrderRowSchema = z.strictObject({
  shopId: z.string(),
  shop: z.string(),
  platform: PlatformIdSchema,
  orderId: z.string(),
  status: OrderSchema.shape.status,
  deadline: z.string().nullable(),
  pieces: z.int().nonnegative(),
  left: z.int().nonnegative(),
  title: z.string(),
  flags: OrderSchema.shape.flags,
  /** What the buyer wrote, and what the shop wrote for the packer; empty where nothing was. */
  note: z.string(),
  sellerNote: z.string(),
  /** Who put it aside at the bench; null where nobody did. */
  heldBy: z.string().nullable(),
});
export type OrderRow = z.infer<typeof OrderRowSchema>;

export const ImportKindSchema = z.enum(['orders', 'shipments', 'corrections']);
export type ImportKind = z.infer<typeof ImportKindSchema>;

export const ordersContract = {
  list: query(
    'packer',
    z.strictObject({
      search: z.string().max(100).default(''),
      filter: z.enum(['to-pack', 'all']).default('to-pack'),
      shopId: z.string().max(80).default(''),
      only: z.enum(['late', 'held', 'noted']).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
      after: z.string().max(200).nullable().default(null),
    }),
    z.strictObject({
      rows: z.array(OrderRowSchema),
      next: z.string().nullable(),
      total: z.int().nonnegative(),
      /** Of everything to pack: all, those past their deadline, those put aside. */
      counts: z.strictObject({
        toPack: z.int().nonnegative(),
        late: z.int().nonnegative(),
        held: z.int().nonnegative(),
      }),
    }),
  ),
  show: query('packer', z.strictObject({ shop: z.string().max(80), orderId: z.string().max(40) }), OrderSchema),
  /** Puts an empty XLSX file with the right headers, in which every cell is text, on the shelf. */
  template: command(
    'packer',
    z.strictObject({ kind: ImportKindSchema, language: LanguageSchema }),
    z.strictObject({ fileId: z.string() }),
  ),
  /** Looks for one order at the platforms by its number there, by the selling shop's number or by a waybill. */
  lookUp: command(
    'packer',
    z.strictObject({ code: z.string().trim().min(1).max(64), shop: z.string().max(80).optional() }),
    z.array(z.strictObject({ shopId: z.string(), shop: z.string(), orderId: z.string() })),
  ),
  /** Starts a pull of what changed; `wait` answers only when it is over. */
  pull: command(
    'packer',
    z.strictObject({ shop: z.string().max(80), wait: z.boolean().default(false) }),
    JobViewSchema,
  ),
  /** Starts an import of an uploaded file; `wait` answers only when it is over. */
  importFile: command(
    'supervisor',
    z.strictObject({ kind: ImportKindSchema, fileId: z.string().max(80), wait: z.boolean().default(false) }),
    JobViewSchema,
  ),
  job: query('packer', z.strictObject({ id: z.string().max(80) }), JobViewSchema),
  jobs: query('packer', z.strictObject({}), z.array(JobViewSchema)),
  cancelJob: command('packer', z.strictObject({ id: z.string().max(80) }), JobViewSchema),
};
