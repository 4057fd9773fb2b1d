import { parcelReply } from '../wechat-channels/order-reply.ts';

/** A `supplier/get` answer as the page describes it, with invented people; `more` replaces parts of the order. */
export const dropshipReply = (more: Record<string, unknown> = {}, detail: Record<string, unknown> = {}): string =>
  JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    dropship_order: {
      ds_order_id: '4404612354559743233',
      create_time: 1751959503,
      update_time: 1751963103,
      status: 300,
      shop_appid: 'wxexamplepartner',
      shop_name: '示例合作店',
      order_id: '3729352105237033729',
      dropship_order_detail: {
        product_infos: [
          {
            product_id: '10000108361213',
            sku_id: '2368925324',
            thumb_img: 'https://example.test/ring.png',
            sku_cnt: 3,
            title: '健身环',
            sku_code: '6901234567892',
            out_sku_id: 'RING-RED',
            delivery_deadline: 1752000000,
          },
        ],
        delivery_info: {
          address_info: { user_name: '示例收货人', tel_number: '13000000000', detail_info: '示例路 1 号' },
          delivery_product_info: [],
        },
        ext_info: { customer_notes: '请放门口', merchant_notes: '易碎' },
        ...detail,
      },
      ...more,
    },
  });

/** Parcels of so many pieces of the sample's one SKU. */
export const shippedDetail = (pieces: readonly number[], more: Record<string, unknown> = {}) => ({
  delivery_info: {
    delivery_product_info: pieces.map((count, nth) =>
      parcelReply(`7553171719583${nth}`, 'ZTO', count === 0 ? [] : [['10000108361213', '2368925324', count]]),
    ),
    ...more,
  },
});
