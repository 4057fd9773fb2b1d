import { z } from 'zod';
import { count, id, list, optionalId, seconds, text } from './fields.ts';

/** A line of an order as every platform of the family names it. Receiver data is never part of one. */
export const orderLine = z.object({
  product_id: id,
  sku_id: optionalId,
  sku_cnt: count,
  title: text,
  thumb_img: text,
  sku_code: text,
  out_sku_id: optionalId,
  sku_attrs: list(z.object({ attr_key: text, attr_value: text })),
  on_aftersale_sku_cnt: count,
  finish_aftersale_sku_cnt: count,
  delivery_deadline: seconds,
  /** Fen taken off by the state: such goods ship with a serial number only. */
  national_subsidy_discounted_price: count,
});
export type OrderReplyLine = z.output<typeof orderLine>;

/** A parcel of `delivery_product_info`. */
export const orderParcel = z.object({
  waybill_id: text,
  delivery_id: text,
  delivery_name: text,
  product_infos: list(z.object({ product_id: optionalId, sku_id: optionalId, product_cnt: count })),
});
export type OrderReplyParcel = z.output<typeof orderParcel>;

/** What buyer and shop wrote. */
export const orderNotes = z.object({ customer_notes: text, merchant_notes: text });

/** The address the buyer asks for; only whether there is one is kept. */
export const underReview = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : value === true || value === 1,
  );
