import { z } from 'zod';
import { id, optionalId, text } from '../http/lenient-fields.ts';

const number = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d{1,12}$/)
    .transform(Number),
]);
const count = number.nullish().transform((value) => Math.max(0, value ?? 0));
const optionalNumber = number.nullish().transform((value) => value ?? null);
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

/** A child order: goods with a number of their own. */
const childOrder = z.object({
  order_id: id,
  product_id: optionalId,
  product_id_str: optionalId,
  sku_id: optionalId,
  item_num: count,
  product_name: text,
  product_pic: text,
  code: optionalId,
  out_sku_id: optionalId,
  spec: list(z.object({ value: text })),
  order_status: optionalNumber,
  need_serial_number: z
    .unknown()
    .optional()
    .transform((value) => value === true || value === 1),
  after_sale_info: z.object({ after_sale_status: optionalNumber, refund_status: optionalNumber }).nullish(),
});
export type ChildOrder = z.output<typeof childOrder>;

const parcel = z.object({
  tracking_no: optionalId,
  company: optionalId,
  company_name: text,
  product_info: list(
    z.object({ sku_order_id: optionalId, product_id: optionalId, sku_id: optionalId, product_count: count }),
  ),
});

/** An order as `trade/detail` and `trade/list` give it. Receivers are not named here and so never leave this parse. */
export const OrderReplySchema = z.object({
  order_id: id,
  order_status: number,
  order_type: optionalNumber,
  create_time: optionalNumber,
  update_time: optionalNumber,
  exp_ship_time: optionalNumber,
  buyer_words: text,
  seller_words: text,
  sku_order_list: z.array(childOrder).min(1),
  logistics_info: list(parcel),
});
export type OrderReply = z.output<typeof OrderReplySchema>;

/** A page of `trade/list`. Its orders are read one by one. */
export const OrderPageSchema = z.object({
  total: z.union([
    z.number().int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]),
  shop_order_list: list(z.unknown()),
});

/** `logistics/company/list`. */
export const CompaniesSchema = z.array(z.object({ code: z.string().min(1).max(64), name: text }));
