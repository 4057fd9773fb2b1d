import { isGtin } from '../../../../shared/domain/barcode.ts';
import type { Order, OrderFlag, OrderLine, OrderStatus, ShippedParcel } from '../../../../shared/domain/order.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import { isoFromMs } from '../../../../shared/kernel/time.ts';
import type { ChildOrder, OrderReply } from './schema.ts';

const STATUS: Readonly<Record<number, OrderStatus>> = {
  1: 'unpaid',
  103: 'unpaid',
  /** Paid; mostly under risk review until it becomes 2. */
  105: 'pending',
  2: 'to-ship',
  101: 'part-shipped',
  3: 'shipped',
  4: 'closed',
  5: 'done',
  21: 'closed',
  22: 'closed',
  39: 'closed',
};
const UNDER_REVIEW = 105;
/** Virtual goods and electronic vouchers. */
const VIRTUAL_TYPES: ReadonlySet<number | null> = new Set([2, 4]);
/** `after_sale_status` while a case waits for somebody, and after it ended in a refund. */
const OPEN_CASES: ReadonlySet<number | null> = new Set([6, 7, 11]);
const REFUNDED_CASE = 12;
/** `refund_status`: waiting or under way, and done. */
const OPEN_REFUNDS: ReadonlySet<number | null> = new Set([1, 2]);
const REFUND_DONE = 3;

/** Brings an order into our form. Buyer and receiver are not part of it. */
export function orderOf(shopId: string, reply: OrderReply): Order {
  const afterSale = reply.sku_order_list.some(hasOpenCase);
  const flags: OrderFlag[] = [
    ...(afterSale ? (['after-sale'] as const) : []),
    ...(reply.order_status === UNDER_REVIEW ? (['risk'] as const) : []),
  ];
  return {
    shopId,
    platform: 'douyin-fengchao',
    orderId: reply.order_id,
    status: STATUS[reply.order_status] ?? 'unknown',
    rawStatus: String(reply.order_status),
    deliverMethod: VIRTUAL_TYPES.has(reply.order_type) ? 'virtual' : 'courier',
    flags,
    note: reply.buyer_words ?? '',
    sellerNote: reply.seller_words ?? '',
    deadline: isoFromSeconds(reply.exp_ship_time),
    createdAt: isoFromSeconds(reply.create_time),
    updatedAt: isoFromSeconds(reply.update_time),
    lines: reply.sku_order_list.map((child, index) => lineOf(reply, child, index)),
    parcels: [...parcelsOf(reply)],
  };
}

const hasOpenCase = ({ after_sale_info: info }: ChildOrder): boolean =>
  info !== null &&
  info !== undefined &&
  (OPEN_CASES.has(info.after_sale_status) || OPEN_REFUNDS.has(info.refund_status)) &&
  info.refund_status !== REFUND_DONE;

const isRefunded = ({ after_sale_info: info, order_status: status }: ChildOrder): boolean =>
  STATUS[status ?? 0] === 'closed' || info?.refund_status === REFUND_DONE || info?.after_sale_status === REFUNDED_CASE;

const lineOf = (reply: OrderReply, child: ChildOrder, index: number): OrderLine => ({
  lineNo: index + 1,
  productId: productOf(child),
  skuId: child.sku_id,
  ...codesOf(child),
  title: child.product_name,
  variant: child.spec.map(({ value }) => value).join(' '),
  quantity: child.item_num,
  refundedQuantity: isRefunded(child) ? child.item_num : 0,
  afterSaleQuantity: hasOpenCase(child) ? child.item_num : 0,
  shippedQuantity: isRefunded(child) ? 0 : shippedOf(reply, child),
  childOrderId: child.order_id,
  imageUrl: /^https?:\/\//.test(child.product_pic) ? child.product_pic : '',
  needsSerialNumber: child.need_serial_number,
});

const productOf = (child: ChildOrder): string => child.product_id_str || child.product_id;

/** Pieces in parcels; where the parcels name no goods, the child order's own status decides. */
function shippedOf(reply: OrderReply, child: ChildOrder): number {
  const pieces = reply.logistics_info
    .flatMap((parcel) => parcel.product_info)
    .filter((info) => info.sku_order_id === child.order_id)
    .reduce((sum, info) => sum + info.product_count, 0);
  const status = STATUS[child.order_status ?? 0];
  const allSent = status === 'shipped' || status === 'done';
  return pieces > 0 ? Math.min(pieces, child.item_num) : allSent ? child.item_num : 0;
}

/** Shops put the goods' barcode in either of two fields: it is the one that reads as a GTIN. */
function codesOf({ code, out_sku_id: out }: ChildOrder): Pick<OrderLine, 'skuCode' | 'barcode'> {
  const gtin = [code, out].find(isGtin);
  if (gtin === undefined) return { skuCode: code || out, barcode: '' };
  return { skuCode: [code, out].find((each) => each !== '' && each !== gtin) ?? gtin, barcode: gtin };
}

/** The parcels the platform knows; entries of one number and company are one parcel. */
function parcelsOf(reply: OrderReply): readonly ShippedParcel[] {
  const parcels = new Map<string, ShippedParcel>();
  for (const { tracking_no, company, company_name, product_info } of reply.logistics_info) {
    const waybill = normaliseWaybill(tracking_no);
    if (waybill === '') continue;
    const key = JSON.stringify([company, waybill]);
    const goods = product_info.map((info) => {
      const child = reply.sku_order_list.find((each) => each.order_id === info.sku_order_id);
      return {
        productId: child === undefined ? info.product_id : productOf(child),
        skuId: child?.sku_id ?? info.sku_id,
        quantity: info.product_count,
      };
    });
    const items = [...(parcels.get(key)?.items ?? []), ...goods];
    parcels.set(key, { carrierCode: company, carrierName: company_name, waybill, items });
  }
  return [...parcels.values()];
}

/** The last second of the year 9999, which is as far as an ISO time goes. */
const MAX_SECONDS = 253_402_300_799;

const isoFromSeconds = (seconds: number | null): string | null =>
  seconds === null || seconds <= 0 || seconds > MAX_SECONDS ? null : isoFromMs(seconds * 1_000);
