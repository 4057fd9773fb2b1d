import { isGtin } from '../../../../shared/domain/barcode.ts';
import type { Order, OrderFlag, OrderLine, OrderStatus, ShippedParcel } from '../../../../shared/domain/order.ts';
import { quantitiesPerSku } from '../../../../shared/domain/platforms/compose-quantities.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import { isoFromMs } from '../../../../shared/kernel/time.ts';
import type { OrderReply, OrderReplyLine } from './schema.ts';

const STATUS: Readonly<Record<number, OrderStatus>> = {
  10: 'unpaid',
  12: 'pending',
  13: 'pending',
  20: 'to-ship',
  21: 'part-shipped',
  30: 'shipped',
  100: 'done',
  190: 'closed',
  200: 'closed',
  250: 'closed',
};

/** `deliver_method` of virtual goods; 0 goes by courier. */
const VIRTUAL = 1;
/** `preshipment_change_sku_state` while the shop has not answered. */
const SKU_CHANGE_WAITING = 3;

/** Brings an order of `order/get` into our form. Receiver data is not part of it. */
export function orderOf(shopId: string, reply: OrderReply): Order {
  const { order_detail: detail } = reply;
  const parcels = parcelsOf(reply);
  const deadlineS = detail.product_infos.flatMap((line) => line.delivery_deadline ?? []);
  return {
    shopId,
    platform: 'wechat-channels',
    orderId: reply.order_id,
    status: STATUS[reply.status] ?? 'unknown',
    rawStatus: String(reply.status),
    deliverMethod: detail.delivery_info?.deliver_method === VIRTUAL ? 'virtual' : 'courier',
    flags: flagsOf(reply),
    note: [detail.ext_info?.customer_notes, detail.ext_info?.merchant_notes].filter(Boolean).join('\n'),
    deadline: deadlineS.length === 0 ? null : isoFromS(Math.min(...deadlineS)),
    createdAt: isoFromS(reply.create_time),
    updatedAt: isoFromS(reply.update_time),
    lines: linesOf(detail.product_infos, parcels),
    parcels: [...parcels],
  };
}

const isoFromS = (epochS: number | null): string | null =>
  epochS === null || epochS > 253_402_300_799 ? null : isoFromMs(epochS * 1_000);

function flagsOf(reply: OrderReply): OrderFlag[] {
  const lines = reply.order_detail.product_infos;
  const afterSale = lines.some((line) => line.on_aftersale_sku_cnt > 0);
  const openCases = (reply.aftersale_detail?.on_aftersale_order_cnt ?? 0) > 0;
  const review = reply.order_detail.delivery_info?.address_under_review === true;
  const skuChange = lines.some((line) => line.change_sku_info?.preshipment_change_sku_state === SKU_CHANGE_WAITING);
  return [
    ...(afterSale || openCases ? (['after-sale'] as const) : []),
    ...(review ? (['address-change'] as const) : []),
    ...(skuChange ? (['sku-change'] as const) : []),
  ];
}

/** The packages the platform knows; entries of one waybill are one package. Goods without courier have neither code nor number. */
export function parcelsOf(reply: OrderReply): readonly ShippedParcel[] {
  const parcels = new Map<string, ShippedParcel>();
  for (const entry of reply.order_detail.delivery_info?.delivery_product_info ?? []) {
    const waybill = normaliseWaybill(entry.waybill_id);
    const key = JSON.stringify([entry.delivery_id, waybill]);
    const goods = entry.product_infos.map((item) => ({
      productId: item.product_id,
      skuId: item.sku_id,
      quantity: item.product_cnt,
    }));
    const items = [...quantitiesPerSku([...(parcels.get(key)?.items ?? []), ...goods])];
    parcels.set(key, { carrierCode: entry.delivery_id, carrierName: entry.delivery_name, waybill, items });
  }
  return [...parcels.values()];
}

/** Two lines of one SKU share what was shipped: the first is filled before the second. */
function linesOf(lines: readonly OrderReplyLine[], parcels: readonly ShippedParcel[]): OrderLine[] {
  const skuKey = (productId: string, skuId: string): string => JSON.stringify([productId, skuId]);
  const shipped = new Map(
    quantitiesPerSku(parcels.flatMap((parcel) => parcel.items)).map((sku) => [
      skuKey(sku.productId, sku.skuId),
      sku.quantity,
    ]),
  );
  return lines.map((line, index) => {
    const key = skuKey(line.product_id, line.sku_id);
    const open = shipped.get(key) ?? 0;
    const isLast = !lines.slice(index + 1).some((later) => skuKey(later.product_id, later.sku_id) === key);
    const taken = isLast ? open : Math.min(open, line.sku_cnt);
    shipped.set(key, open - taken);
    return {
      lineNo: index + 1,
      productId: line.product_id,
      skuId: line.sku_id,
      ...codesOf(line),
      title: line.title,
      variant: line.sku_attrs.map((attribute) => attribute.attr_value).join(' '),
      quantity: line.sku_cnt,
      refundedQuantity: line.finish_aftersale_sku_cnt,
      afterSaleQuantity: line.on_aftersale_sku_cnt,
      shippedQuantity: taken,
      childOrderId: '',
      imageUrl: /^https?:\/\//.test(line.thumb_img) ? line.thumb_img : '',
      needsSerialNumber: line.national_subsidy_discounted_price > 0,
    };
  });
}

/** Shops put the goods' barcode in either of two fields: it is the one that reads as a GTIN, the other is the article number. */
function codesOf({ sku_code: sku, out_sku_id: out }: OrderReplyLine): Pick<OrderLine, 'skuCode' | 'barcode'> {
  const gtin = [sku, out].find(isGtin);
  if (gtin === undefined) return { skuCode: sku || out, barcode: sku === '' ? '' : out };
  return { skuCode: [sku, out].find((code) => code !== '' && code !== gtin) ?? gtin, barcode: gtin };
}
