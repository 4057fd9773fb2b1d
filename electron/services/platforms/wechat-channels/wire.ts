import { quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import type { CorrectPayload, OpPayload, PackageItem, SendPayload } from '../../../../shared/domain/shipment.ts';
import { jsonBody, type WireJson } from '../wechat/json-body.ts';
import type { Wire } from '../wechat/mutation.ts';

/** 自寄快递发货 and 虚拟商品无需物流发货: the two ways of delivery this interface takes. */
const BY_COURIER = 1;
const WITHOUT_COURIER = 3;

/**
 * Where a payload goes and its exact bytes. `order_id` is text as in the document's own samples (its table says number,
 * which cannot hold 19 digits); `product_cnt` is a number. A parcel has room for one serial number: dropping the others
 * would ship goods nobody can trace.
 */
export function wireOf(payload: OpPayload): Wire {
  if (serialNumbersOf(payload.items).length > 1)
    return { message: 'more than one serial number in one package', field: 'serial-number' };
  return payload.kind === 'send'
    ? { path: '/channels/ec/order/delivery/send', body: jsonBody(sendBody(payload)) }
    : { path: '/channels/ec/order/deliveryinfo/update', body: jsonBody(correctBody(payload)) };
}

function sendBody(payload: SendPayload): WireJson {
  const { deliver, items } = payload;
  const parcel =
    deliver.type === 'courier'
      ? { delivery_id: deliver.carrierCode, waybill_id: deliver.waybill, deliver_type: BY_COURIER }
      : { deliver_type: WITHOUT_COURIER };
  const course = deliver.type === 'none' && deliver.courseInfo !== undefined ? courseInfo(deliver.courseInfo) : {};
  return {
    order_id: payload.orderId,
    delivery_list: [{ ...parcel, product_infos: productInfos(items), ...course, ...snInfo(items) }],
  };
}

/** An order that left as one package is corrected as a whole; a package of several by its old and new number. */
function correctBody(payload: CorrectPayload): WireJson {
  const goods = productInfos(payload.items);
  const parcel = (side: CorrectPayload['from']) => ({ delivery_id: side.carrierCode, waybill_id: side.waybill });
  return payload.whole
    ? {
        order_id: payload.orderId,
        delivery_list: [{ deliver_type: BY_COURIER, ...parcel(payload.to), product_infos: goods }],
      }
    : {
        order_id: payload.orderId,
        change_infos: [
          {
            old: { ...parcel(payload.from), product_infos: goods },
            new: { ...parcel(payload.to), product_infos: goods },
          },
        ],
      };
}

const productInfos = (items: readonly PackageItem[]): readonly WireJson[] =>
  quantitiesPerSku(items).map(({ productId, skuId, quantity }) => ({
    product_cnt: quantity,
    product_id: productId,
    sku_id: skuId,
  }));

type Course = NonNullable<Extract<SendPayload['deliver'], { type: 'none' }>['courseInfo']>;

const courseInfo = ({ startTimeS, endTimeS, appId, path }: Course): { readonly [key: string]: WireJson } => ({
  course_info: {
    ...(startTimeS === undefined ? {} : { start_time: startTimeS }),
    ...(endTimeS === undefined ? {} : { end_time: endTimeS }),
    course_path: { type: 0, wxa_appid: appId, wxa_path: path },
  },
});

function snInfo(items: readonly PackageItem[]): { readonly [key: string]: WireJson } {
  const [serial] = serialNumbersOf(items);
  if (serial === undefined) return {};
  const { serialNumber, imei1, imei2 } = serial;
  return {
    sn_info: {
      sn_code: serialNumber,
      ...(imei1 === undefined ? {} : { imei1 }),
      ...(imei2 === undefined ? {} : { imei2 }),
    },
  };
}

/** The serial numbers of a package; the wire has room for one. */
export const serialNumbersOf = (items: readonly PackageItem[]): NonNullable<PackageItem['serialNumbers']> =>
  items.flatMap((item) => item.serialNumbers ?? []);
