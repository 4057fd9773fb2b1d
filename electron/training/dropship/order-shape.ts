import { SECOND_MS } from '../../../shared/kernel/time.ts';
import { seededRandom } from '../core/random.ts';
import { finishedAfterSale, openAfterSale, type OrderState } from '../book/order-state.ts';
import { findCarrier } from '../practice/carriers.ts';
import type { PracticeLine } from '../practice/practice-order.ts';
import { practiceReceiver } from '../practice/receiver.ts';

const seconds = (atMs: number): number => Math.floor(atMs / SECOND_MS);

/** The one status number a sample of the page shows; what it and others mean is not published. */
export const DROPSHIP_STATUS = 300;

/** The shops that have orders sent by this supplier; invented. */
const PARTNERS = [
  ['wx0000000partner01', '练习合作店·山野集'],
  ['wx0000000partner02', '练习合作店·半日闲'],
] as const;

/** Who sold an order, and the number it has there. */
export function partnerOf(dsOrderId: string): { appId: string; name: string; orderId: string } {
  const random = seededRandom('partner', dsOrderId);
  const [appId, name] = random.pick(PARTNERS);
  return { appId, name, orderId: `37${random.digits(17)}` };
}

/** The `dropship_order` object of `supplier/get`, ids as text. `pictures` is the address goods pictures are served under. */
export function dropshipShape(state: OrderState, pictures: string): Record<string, unknown> {
  const { order } = state;
  const partner = partnerOf(order.orderId);
  return {
    ds_order_id: order.orderId,
    create_time: seconds(order.createdMs),
    update_time: seconds(state.updatedMs),
    status: DROPSHIP_STATUS,
    shop_appid: partner.appId,
    shop_name: partner.name,
    order_id: partner.orderId,
    dropship_order_detail: {
      product_infos: order.lines.map((line, index) => productInfo(state, line, index, pictures)),
      delivery_info: deliveryInfo(state),
      ext_info: { customer_notes: order.buyerNote, merchant_notes: order.merchantNote },
      ...(order.present ? { greeting_card_info: greetingCard(order.orderId) } : {}),
    },
  };
}

const greetingCard = (orderId: string): Record<string, unknown> => ({
  giver_name: practiceReceiver(`giver ${orderId}`).name,
  receiver_name: practiceReceiver(orderId).name,
  greeting_message: '生日快乐，天天开心',
});

const productInfo = (
  state: OrderState,
  line: PracticeLine,
  index: number,
  pictures: string,
): Record<string, unknown> => ({
  product_id: line.productId,
  sku_id: line.skuId,
  thumb_img: `${pictures}/${line.productId}.svg?sku=${line.skuId}`,
  sku_cnt: line.quantity,
  title: line.title,
  sku_code: line.skuCode,
  out_product_id: '',
  out_sku_id: line.articleNumber,
  sku_attrs: line.attributes.map(({ key, value }) => ({ attr_key: key, attr_value: value })),
  on_aftersale_sku_cnt: openAfterSale(state, line),
  finish_aftersale_sku_cnt: finishedAfterSale(state, line),
  delivery_deadline: seconds(state.order.deadlineMs),
  is_free_gift: line.freeGift ? 1 : 0,
  product_unique_id: `${state.order.orderId}_${String(index + 1).padStart(3, '0')}`,
});

function deliveryInfo(state: OrderState): Record<string, unknown> {
  const receiver = practiceReceiver(state.order.orderId);
  return {
    address_info: {
      user_name: receiver.name,
      tel_number: receiver.phone,
      province_name: receiver.province,
      city_name: receiver.city,
      county_name: receiver.county,
      detail_info: receiver.street,
      house_number: receiver.house,
    },
    delivery_product_info: state.parcels.map((parcel) => ({
      waybill_id: parcel.waybill,
      delivery_id: parcel.carrier,
      delivery_name: findCarrier(parcel.carrier)?.name ?? '',
      delivery_time: seconds(parcel.sentMs),
      product_infos: parcel.items.map((item) => ({
        product_id: item.productId,
        sku_id: item.skuId,
        product_cnt: item.quantity,
      })),
    })),
    ...(state.status === 'shipped' ? { ship_done_time: seconds(state.parcels.at(-1)?.sentMs ?? state.updatedMs) } : {}),
  };
}
