import { z } from 'zod';
import { countNumber, idNumber } from './numbered-json.ts';

/** Request bodies of the mini-shop. Fields the pages do not name are passed over. */
const dateTime = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);

export const MiniListBodySchema = z.looseObject({
  start_create_time: dateTime.optional(),
  end_create_time: dateTime.optional(),
  start_update_time: dateTime.optional(),
  end_update_time: dateTime.optional(),
  status: countNumber.optional(),
  page: countNumber.pipe(z.int().min(1)),
  page_size: countNumber.pipe(z.int().min(1).max(100)),
});
export type MiniListBody = z.output<typeof MiniListBodySchema>;

export const MiniGetBodySchema = z.looseObject({ order_id: idNumber });

/** The list of companies wants nothing; an empty body is taken as well as an empty object. */
export const MiniCarrierBodySchema = z.looseObject({});

const ProductInfoSchema = z.looseObject({ product_id: idNumber, sku_id: idNumber, product_cnt: countNumber });

const DeliverySchema = z.looseObject({
  delivery_id: z.string().optional(),
  waybill_id: z.string().optional(),
  is_all_product: z.boolean().default(true),
  product_infos: z.array(ProductInfoSchema).default([]),
});
export type MiniDelivery = z.output<typeof DeliverySchema>;

export const MiniSendBodySchema = z.looseObject({
  order_id: idNumber,
  delivery_list: z.array(DeliverySchema),
});
export type MiniSendBody = z.output<typeof MiniSendBodySchema>;
