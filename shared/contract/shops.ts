import { z } from 'zod';
import { CarrierSchema } from '../domain/carrier.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';
import { command, query } from './define.ts';

const credentialValues = z.record(z.string().max(40), z.string().min(1).max(1024));

/** A shop file of the command line and the form of the shops screen; unknown keys are refused. */
export const ShopInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  platform: PlatformIdSchema,
  baseUrl: z.string().max(300).optional(),
  credentials: credentialValues,
});
export type ShopInput = z.infer<typeof ShopInputSchema>;

/** A shop as it may be shown: secrets only as "configured, ends 3F". */
export const ShopViewSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  platform: PlatformIdSchema,
  baseUrl: z.string(),
  training: z.boolean(),
  paused: z.boolean(),
  /** Why the account's gate is closed, or null: `credentials`, `ip`, `quota`… */
  gate: z.string().nullable(),
  credentials: z.array(z.strictObject({ field: z.string(), configured: z.boolean(), endsWith: z.string() })),
  carriers: z.int().nonnegative(),
  carriersAsOf: z.string().nullable(),
  ordersAsOf: z.string().nullable(),
  openOps: z.int().nonnegative(),
});
export type ShopView = z.infer<typeof ShopViewSchema>;

const ref = z.strictObject({ shop: z.string().min(1).max(80) });

/** Every `shop` input takes the shop's id or its name. */
export const shopsContract = {
  list: query('packer', z.strictObject({}), z.array(ShopViewSchema)),
  add: command('admin', ShopInputSchema, ShopViewSchema),
  replaceCredentials: command(
    'admin',
    z.strictObject({ shop: z.string().max(80), credentials: credentialValues }),
    ShopViewSchema,
  ),
  test: command('supervisor', ref, z.strictObject({ carriers: z.int(), clockSkewSeconds: z.int().nullable() })),
  pause: command('supervisor', ref, ShopViewSchema),
  resume: command('supervisor', ref, ShopViewSchema),
  remove: command('admin', ref, z.strictObject({})),
  carriers: query(
    'packer',
    z.strictObject({ shop: z.string().max(80), refresh: z.boolean().default(false) }),
    z.array(CarrierSchema),
  ),
};
