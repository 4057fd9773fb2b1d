/** An `order/get` answer as the platform's page prints it, with invented people; `more` replaces parts of `order`. */
export const orderReply = (more: Record<string, unknown> = {}, detail: Record<string, unknown> = {}): string =>
  JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    order: {
      order_id: '3705115058471208928',
      status: 20,
      create_time: 1658505600,
      update_time: 1658509200,
      openid: 'example-openid',
      order_detail: {
        product_infos: [
          {
            product_id: '10000108361213',
            sku_id: '2368925324',
            sku_cnt: 3,
            title: '健身环',
            thumb_img: 'https://example.test/ring.png',
            sku_code: 'RING-RED',
            out_sku_id: '6901234567892',
            sku_attrs: [
              { attr_key: '颜色', attr_value: '红' },
              { attr_key: '尺码', attr_value: 'M' },
            ],
            sale_price: 2000,
            on_aftersale_sku_cnt: 0,
            finish_aftersale_sku_cnt: 1,
            delivery_deadline: 1658600000,
          },
        ],
        delivery_info: {
          address_info: {
            user_name: '示例收货人',
            tel_number: '13000000000',
            province_name: '广东省',
            detail_info: '示例路 1 号',
          },
          deliver_method: 0,
          delivery_product_info: [],
        },
        ext_info: { customer_notes: '请放门口', merchant_notes: '易碎' },
        ...detail,
      },
      aftersale_detail: { on_aftersale_order_cnt: 0, aftersale_order_list: [] },
      ...more,
    },
  });

/** A parcel in `delivery_product_info`. */
export const parcelReply = (
  waybill: string,
  carrier: string,
  goods: readonly (readonly [productId: string, skuId: string, count: number])[],
  more: Record<string, unknown> = {},
) => ({
  waybill_id: waybill,
  delivery_id: carrier,
  delivery_name: '',
  delivery_time: 1658506000,
  deliver_type: 1,
  product_infos: goods.map(([product_id, sku_id, product_cnt]) => ({ product_id, sku_id, product_cnt })),
  ...more,
});
