import { z } from 'zod';
import { id, optionalId, text } from '../http/lenient-fields.ts';

const count = z
  .union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ])
  .nullish()
  .transform((value) => Math.max(0, value ?? 0));

/** Taobao wraps a list as `{ order: [ … ] }`; others give the bare list, or the one thing itself. */
const wrapped = <Item extends z.ZodType>(name: string, item: Item) =>
  z.preprocess((value) => {
    const inner = isObject(value) && name in value ? value[name] : value;
    if (inner === undefined || inner === null || inner === '') return [];
    return Array.isArray(inner) ? inner : [inner];
  }, z.array(item));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const tokenFields = {
  access_token: z.string().min(1).max(2048).optional(),
  /** Seconds; a token of this platform may live for years. */
  expires_in: z.number().positive().max(1_000_000_000).optional(),
};
/** The token addresses: the newer one wraps its answer in `data`, the older does not. */
export const TokenReplySchema = z.object({ ...tokenFields, data: z.object(tokenFields).optional().catch(undefined) });

/** One child order (`oid`), the unit a split is made of. */
const childOrder = z.object({
  oid: id,
  num_iid: optionalId,
  sku_id: optionalId,
  outer_iid: optionalId,
  outer_sku_id: optionalId,
  title: text,
  sku_properties_name: text,
  pic_path: text,
  num: count,
  status: text,
  refund_status: text,
  invoice_no: optionalId,
  logistics_company: text,
  delivery_time: text,
});
export type TradeChild = z.output<typeof childOrder>;

/** A trade as `fullinfo`, `sold` and `increment` give it. Buyer and receiver are not named, nor asked for. */
export const TradeSchema = z.object({
  tid: id,
  status: text,
  shipping_type: text,
  created: text,
  modified: text,
  buyer_message: text,
  seller_memo: text,
  orders: wrapped('order', childOrder),
});
export type Trade = z.output<typeof TradeSchema>;

/** A page of `sold` or `increment`. Its trades are read one by one. */
export const TradePageSchema = z.object({
  total_results: z.number().int().nonnegative().optional().catch(undefined),
  has_next: z.boolean().optional().catch(undefined),
  trades: wrapped('trade', z.unknown()),
});

/** A logistics order of `detail`. `is_spilt` is how Taobao spells it. */
export const ShippingSchema = z.object({
  tid: optionalId,
  out_sid: optionalId,
  company_name: text,
  sub_tids: wrapped('number', id),
});
export type Shipping = z.output<typeof ShippingSchema>;
export const ShippingsSchema = wrapped('shipping', ShippingSchema);

/** Carriers of `companies`. */
export const CompaniesSchema = wrapped(
  'logistics_company',
  z.object({ code: z.string().min(1).max(64), name: text, reg_mail_no: text }),
);
