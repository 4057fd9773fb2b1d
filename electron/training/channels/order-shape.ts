import { createHash } from 'node:crypto';
import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { finishedAfterSale, openAfterSale, type OrderState } from '../book/order-state.ts';
import { findCarrier } from '../practice/carriers.ts';
import { findProduct } from '../practice/catalogue.ts';
import type { PracticeLine, PracticeOrder } from '../practice/practice-order.ts';
import { practiceReceiver } from '../practice/receiver.ts';
import { openIdOf } from '../wechat/open-id.ts';
import { CHANNELS_STATUS } from './order-status.ts';

const seconds = (atMs: number): number => Math.floor(atMs / SECOND_MS);

/** Goods without courier: all lines are virtual or courses (`deliver_method` 1). */
export const isVirtualOrder = (order: PracticeOrder): boolean =>
  order.lines.every((line) => line.kind === 'virtual' || line.kind === 'course');

/** The `order` object of `order/get`, ids as strings. `pictures` is the address goods pictures are served under. */
export function orderShape(state: OrderState, pictures: string): Record<string, unknown> {
  const { order } = state;
  const openCases = order.lines.filter((line) => openAfterSale(state, line) > 0).length;
  const total = order.lines.reduce((sum, line) => sum + line.priceFen * line.quantity, 0);
  return {
    order_id: order.orderId,
    openid: openIdOf(order.orderId),
    status: CHANNELS_STATUS[state.status],
    create_time: seconds(order.createdMs),
    update_time: seconds(state.updatedMs),
    is_present: order.present,
    order_detail: {
      product_infos: order.lines.map((line, index) => productInfo(state, line, index, pictures)),
      pay_info: state.status === 'unpaid' ? {} : { payment_method: 1, pay_time: seconds(order.createdMs) + 60 },
      price_info: { product_price: total, order_price: total, freight: 0, discounted_price: 0, is_discounted: false },
      delivery_info: deliveryInfo(state),
      ext_info: { customer_notes: order.buyerNote, merchant_notes: order.merchantNote },
    },
    aftersale_detail: {
      on_aftersale_order_cnt: openCases,
      aftersale_order_list: openCases === 0 ? [] : [{ aftersale_order_id: `2${order.orderId.slice(1)}`, status: 2 }],
    },
  };
}

function productInfo(state: OrderState, line: PracticeLine, index: number, pictures: string): Record<string, unknown> {
  return {
    product_id: line.productId,
    sku_id: line.skuId,
    sku_cnt: line.quantity,
    title: line.title,
    thumb_img: `${pictures}/${line.productId}.svg?sku=${line.skuId}`,
    sku_code: line.skuCode,
    out_product_id: '',
    out_sku_id: line.articleNumber,
    sku_attrs: line.attributes.map(({ key, value }) => ({ attr_key: key, attr_value: value })),
    sale_price: line.priceFen,
    real_price: line.priceFen * line.quantity,
    on_aftersale_sku_cnt: openAfterSale(state, line),
    finish_aftersale_sku_cnt: finishedAfterSale(state, line),
    delivery_deadline: seconds(state.order.deadlineMs),
    is_free_gift: line.freeGift ? 1 : 0,
    product_unique_id: `${state.order.orderId}_${String(index + 1).padStart(3, '0')}`,
    sku_deliver_info: { stock_type: 0 },
    ...(line.kind === 'subsidy' ? { national_subsidy_discounted_price: Math.round(line.priceFen * 0.15) } : {}),
    ...(state.holds.includes('sku-change') && index === 0
      ? { change_sku_info: { preshipment_change_sku_state: 3, old_sku_id: line.skuId, new_sku_id: otherSkuId(line) } }
      : {}),
  };
}

/** The variant the buyer wants instead: the next one of the product. */
const otherSkuId = ({ productId, skuId }: PracticeLine): string =>
  findProduct(productId)?.skus.find((sku) => sku.skuId !== skuId)?.skuId ?? skuId;

function deliveryInfo(state: OrderState): Record<string, unknown> {
  const address = addressInfo(state.order.orderId);
  return {
    address_info: address,
    deliver_method: isVirtualOrder(state.order) ? 1 : 0,
    ...(state.holds.includes('address-change')
      ? { address_under_review: address, address_apply_time: seconds(state.updatedMs) }
      : {}),
    ...(state.holds.includes('online-waybill') ? { ewaybill_order_code: `EW${state.order.orderId}` } : {}),
    delivery_product_info: state.parcels.map((parcel) => ({
      waybill_id: parcel.waybill,
      delivery_id: parcel.carrier,
      delivery_name: findCarrier(parcel.carrier)?.name ?? '',
      delivery_time: seconds(parcel.sentMs),
      deliver_type: parcel.deliverType,
      product_infos: parcel.items.map((item) => ({
        product_id: item.productId,
        sku_id: item.skuId,
        product_cnt: item.quantity,
      })),
    })),
    ...(state.status === 'shipped' ? { ship_done_time: seconds(state.parcels.at(-1)?.sentMs ?? state.updatedMs) } : {}),
    quality_inspect_type: state.holds.includes('quality-check') ? 1 : 0,
  };
}

function addressInfo(orderId: string): Record<string, unknown> {
  const receiver = practiceReceiver(orderId);
  return {
    user_name: receiver.name,
    tel_number: receiver.phone,
    province_name: receiver.province,
    city_name: receiver.city,
    county_name: receiver.county,
    detail_info: receiver.street,
    house_number: receiver.house,
    postal_code: '000000',
    virtual_order_tel_number: '',
    use_tel_number: 0,
    hash_code: createHash('sha256').update(`address ${orderId}`).digest('hex').slice(0, 32),
  };
}
