import { chinaTime } from '../../../shared/kernel/china-time.ts';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { finishedAfterSale, openAfterSale, type OrderState } from '../book/order-state.ts';
import type { PracticeLine, PracticeOrder } from '../practice/practice-order.ts';
import { practiceReceiver } from '../practice/receiver.ts';
import { openIdOf } from '../wechat/open-id.ts';
import { asNumber } from './numbered-json.ts';
import { MINI_STATUS } from './order-status.ts';

/** The ways of delivery a buyer can choose, as `shipping_method` names them and as `delivery_method` says. */
const METHODS = {
  courier: ['ShippingMethod_Express', '快递'],
  'same-city': ['ShippingMethod_SameCity', '同城配送'],
  pickup: ['ShippingMethod_Pickup', '自提'],
} as const;

/** True where the buyer wants a courier; same-city and pick-up orders leave without a number. */
export const goesByCourier = ({ kind }: PracticeOrder): boolean => kind !== 'same-city' && kind !== 'pickup';

/** The `order` object of `product/order/get`, ids as numbers. `pictures` is the address goods pictures are served under. */
export function miniOrderShape(state: OrderState, pictures: string): Record<string, unknown> {
  const { order } = state;
  const openCases = order.lines.filter((line) => openAfterSale(state, line) > 0).length;
  const total = order.lines.reduce((sum, line) => sum + line.priceFen * line.quantity, 0);
  const paidAt = chinaTime(order.createdMs + 60_000);
  return {
    order_id: asNumber(order.orderId),
    status: MINI_STATUS[state.status],
    // Every third order is one of an older shop, whose answers carry the misspelt key.
    [order.seq % 3 === 0 ? 'craete_time' : 'create_time']: chinaTime(order.createdMs),
    update_time: chinaTime(state.updatedMs),
    order_detail: {
      product_infos: order.lines.map((line) => productInfo(state, line, pictures)),
      pay_info: state.status === 'unpaid' ? {} : { pay_method: '微信支付', pay_time: paidAt },
      price_info: { product_price: total, order_price: total, freight: 0, discounted_price: 0, is_discounted: false },
      delivery_info: deliveryInfo(state),
    },
    aftersale_detail: {
      on_aftersale_order_cnt: openCases,
      aftersale_order_list: openCases === 0 ? [] : [{ aftersale_order_id: asNumber(`2${order.orderId.slice(1)}`) }],
    },
    openid: openIdOf(order.orderId),
    ext_info: { customer_notes: order.buyerNote, merchant_notes: order.merchantNote },
  };
}

const productInfo = (state: OrderState, line: PracticeLine, pictures: string): Record<string, unknown> => ({
  product_id: asNumber(line.productId),
  sku_id: asNumber(line.skuId),
  sku_cnt: line.quantity,
  on_aftersale_sku_cnt: openAfterSale(state, line),
  finish_aftersale_sku_cnt: finishedAfterSale(state, line),
  title: line.title,
  thumb_img: `${pictures}/${line.productId}.svg?sku=${line.skuId}`,
  sku_code: line.skuCode,
  out_sku_id: line.articleNumber,
  sku_attrs: line.attributes.map(({ key, value }) => ({ attr_key: key, attr_value: value })),
  sale_price: line.priceFen,
  market_price: line.priceFen,
});

function deliveryInfo(state: OrderState): Record<string, unknown> {
  const { order } = state;
  const [shippingMethod, words] =
    METHODS[order.kind === 'same-city' || order.kind === 'pickup' ? order.kind : 'courier'];
  const receiver = practiceReceiver(order.orderId);
  const sentMs = state.parcels.at(-1)?.sentMs ?? state.updatedMs;
  return {
    address_info: {
      user_name: receiver.name,
      postal_code: '000000',
      province_name: receiver.province,
      city_name: receiver.city,
      county_name: receiver.county,
      detail_info: `${receiver.street}${receiver.house}`,
      national_code: '000000',
      tel_number: receiver.phone,
    },
    delivery_method: words,
    express_fee: [{ shipping_method: shippingMethod }],
    delivery_product_info: deliveryProductInfo(state),
    ...(state.status === 'shipped' ? { ship_done_time: String(Math.floor(sentMs / SECOND_MS)) } : {}),
  };
}

/** Every other order that left as one parcel shows it in the older form: an object that names no goods. */
function deliveryProductInfo({ order, parcels, status }: OrderState): unknown {
  const [only, second] = parcels;
  if (only !== undefined && second === undefined && status === 'shipped' && order.seq % 2 === 0)
    return { waybill_id: only.waybill, delivery_id: only.carrier };
  return parcels.map((parcel) => ({
    waybill_id: parcel.waybill,
    delivery_id: parcel.carrier,
    delivery_time: String(Math.floor(parcel.sentMs / SECOND_MS)),
    deliver_type: 'DELIVERY_TYPE_OPTIONAL_EXPRESS',
    product_infos: parcel.items.map((item) => ({
      product_id: asNumber(item.productId),
      sku_id: asNumber(item.skuId),
      product_cnt: item.quantity,
    })),
  }));
}
