import { z } from 'zod';
import { CarrierSchema } from '../domain/carrier.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';
import { ShopPackingSchema } from '../domain/weight.ts';
import { ProblemSchema } from './problem.ts';
import { command, query } from './define.ts';

const credentialValues = z.record(z.string().max(40), z.string().min(1).max(1024));

/** A shop file of the command line and the form of the shops screen; unknown keys are refused. */
export const ShopInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  platform: PlatformIdSchema,
  baseUrl: z.string().max(300).optional(),
  credentials: credentialValues,
  /** Which of the platform's kinds of shops it is, where there are several; the first one when left out. */
  kind: z.string().max(40).optional(),
  /** Lets everything, the token included, leave unencrypted: only for a platform that has nothing but plain http. */
  allowPlainHttp: z.boolean().optional(),
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
  /** A blocked account in full; null while none is. `link`: where the owner authorises the shop, empty elsewhere. */
  gateDetail: z.strictObject({ code: z.string().nullable(), message: z.string(), link: z.string() }).nullable(),
  /** Which of the platform's kinds of shops it is; empty where there is one kind only. */
  kind: z.string(),
  /** Unencrypted http is switched on. */
  plainHttp: z.boolean(),
  /** What the platform charged today (China) in points of 0.01 yuan; null where it charges nothing. */
  spending: z
    .strictObject({
      calls: z.int().nonnegative(),
      points: z.int().nonnegative(),
      limitPoints: z.int().positive().nullable(),
      /** A person has let it spend on today. */
      agreed: z.boolean(),
    })
    .nullable(),
  credentials: z.array(z.strictObject({ field: z.string(), configured: z.boolean(), endsWith: z.string() })),
  carriers: z.int().nonnegative(),
  carriersAsOf: z.string().nullable(),
  ordersAsOf: z.string().nullable(),
  /** Orders the platform has and nobody can read here, oldest first, at most 50; each is tried again. */
  unread: z.array(
    z.strictObject({ orderId: z.string(), problem: ProblemSchema, since: z.string(), nextAt: z.string() }),
  ),
  openOps: z.int().nonnegative(),
});
export type ShopView = z.infer<typeof ShopViewSchema>;

/** A packer's answer to "whose waybill is this": `shape` has 9 for every digit, behind the number's first two characters. */
export const CarrierChoiceSchema = z.strictObject({ shape: z.string(), code: z.string(), name: z.string() });
export type CarrierChoice = z.infer<typeof CarrierChoiceSchema>;

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
  /** Asks whether the owner has authorised the shop; a yes opens its gate, a no closes it and keeps the link. */
  authorise: command('supervisor', ref, z.strictObject({ authorised: z.boolean(), shop: ShopViewSchema })),
  /** Switches unencrypted http on or off; only for a platform that has nothing else. */
  setPlainHttp: command('admin', z.strictObject({ shop: ref.shape.shop, on: z.boolean() }), ShopViewSchema),
  /** Points a day after which sending waits for a person; null for no limit. */
  setSpendLimit: command(
    'admin',
    z.strictObject({ shop: ref.shape.shop, points: z.int().positive().max(100_000_000).nullable() }),
    ShopViewSchema,
  ),
  /** Lets the shop send on today although its limit is reached. */
  agreeToSpend: command('supervisor', ref, ShopViewSchema),
  /** What the shop wants of its packages besides goods and waybill. */
  packing: query('packer', ref, ShopPackingSchema),
  setPacking: command('admin', z.strictObject({ shop: ref.shape.shop, wanted: ShopPackingSchema }), ShopPackingSchema),
  pause: command('supervisor', ref, ShopViewSchema),
  resume: command('supervisor', ref, ShopViewSchema),
  remove: command('admin', ref, z.strictObject({})),
  carriers: query(
    'packer',
    z.strictObject({ shop: z.string().max(80), refresh: z.boolean().default(false) }),
    z.array(CarrierSchema),
  ),
  /** Which carrier packers chose for waybills of a shape, by shape. */
  carrierChoices: query('packer', ref, z.array(CarrierChoiceSchema)),
  /** Forgets one such choice, or all of the shop's where `shape` is null; gives what is left. */
  forgetCarrierChoice: command(
    'supervisor',
    z.strictObject({ shop: ref.shape.shop, shape: z.string().max(64).nullable() }),
    z.array(CarrierChoiceSchema),
  ),
};
