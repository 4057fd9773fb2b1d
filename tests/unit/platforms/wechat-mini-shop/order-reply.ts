/** A `product/order/get` answer as the newer page prints it, with invented people; `more` replaces parts of `order`. */
export const miniOrderReply = (more: Record<string, unknown> = {}, delivery: Record<string, unknown> = {}): string =>
  JSON.stringify({
    errcode: 0,
    errmsg: 'ok',
    order: {
      order_id: 0,
      status: 20,
      create_time: '2020-03-25 13:05:25',
      update_time: '2020-03-25 14:05:25',
      order_detail: {
        product_infos: [
          {
            product_id: 234245,
            sku_id: 23424,
            sku_cnt: 10,
            on_aftersale_sku_cnt: 0,
            finish_aftersale_sku_cnt: 2,
            title: '健身环',
            thumb_img: 'http://example.test/ring.jpg',
            sku_attrs: [{ attr_key: '选择颜色', attr_value: '红蓝主机' }],
            sale_price: 2000,
          },
        ],
        delivery_info: {
          delivery_method: '快递',
          express_fee: [{ shipping_method: 'ShippingMethod_Express' }],
          delivery_product_info: [],
          address_info: { user_name: '示例收货人', tel_number: '13000000000', detail_info: '示例路 1 号' },
          ...delivery,
        },
      },
      aftersale_detail: { aftersale_order_list: [], on_aftersale_order_cnt: 0 },
      openid: 'example-openid',
      ext_info: { customer_notes: '发顺丰', merchant_notes: '易碎' },
      ...more,
    },
  }).replace('"order_id":0', '"order_id":1832423523451235145');
