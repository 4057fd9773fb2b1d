import { isGtin } from '../../../../shared/domain/barcode.ts';
import type { Order, OrderFlag, OrderLine, OrderStatus, ShippedParcel } from '../../../../shared/domain/order.ts';
import { normaliseWaybill } from '../../../../shared/domain/waybill.ts';
import { msFromChinaTime } from '../../../../shared/kernel/china-time.ts';
import { isoFromMs } from '../../../../shared/kernel/time.ts';
import type { Shipping, Trade, TradeChild } from './schema.ts';

const STATUS: Readonly<Record<string, OrderStatus>> = {
  TRADE_NO_CREATE_PAY: 'unpaid',
  WAIT_BUYER_PAY: 'unpaid',
  PAY_PENDING: 'pending',
  WAIT_PRE_AUTH_CONFIRM: 'pending',
  /** Paid, and must not be shipped yet. */
  PAID_FORBID_CONSIGN: 'pending',
  WAIT_SELLER_SEND_GOODS: 'to-ship',
  SELLER_CONSIGNED_PART: 'part-shipped',
  WAIT_BUYER_CONFIRM_GOODS: 'shipped',
  TRADE_BUYER_SIGNED: 'shipped',
  TRADE_FINISHED: 'done',
  TRADE_CLOSED: 'closed',
  TRADE_CLOSED_BY_TAOBAO: 'closed',
};

/** Brings a trade into our form. Buyer and receiver are not part of it. */
export function orderOf(shopId: string, trade: Trade): Order {
  const deadlines = trade.orders.flatMap((child) => isoFromChinaTime(child.delivery_time) ?? []).sort();
  return {
    shopId,
    platform: 'vv-tool',
    orderId: trade.tid,
    status: STATUS[trade.status] ?? 'unknown',
    rawStatus: trade.status,
    deliverMethod: trade.shipping_type === 'virtual' ? 'virtual' : 'courier',
    flags: flagsOf(trade),
    note: trade.buyer_message ?? '',
    sellerNote: trade.seller_memo ?? '',
    deadline: deadlines[0] ?? null,
    createdAt: isoFromChinaTime(trade.created),
    updatedAt: isoFromChinaTime(trade.modified),
    lines: trade.orders.map(lineOf),
    parcels: [...parcelsOf(trade)],
  };
}

function isoFromChinaTime(text: string): string | null {
  const epochMs = msFromChinaTime(text);
  return epochMs === null ? null : isoFromMs(epochMs);
}

/** Refunds that are neither finished nor closed. */
const OPEN_REFUNDS: ReadonlySet<string> = new Set([
  'WAIT_SELLER_AGREE',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'SELLER_REFUSE_BUYER',
]);
const SENT: ReadonlySet<OrderStatus> = new Set(['shipped', 'done']);

const isRefunded = (child: TradeChild): boolean =>
  child.refund_status === 'SUCCESS' || STATUS[child.status] === 'closed';
const isSent = (child: TradeChild): boolean => SENT.has(STATUS[child.status] ?? 'unknown') && !isRefunded(child);

const flagsOf = (trade: Trade): OrderFlag[] => [
  ...(trade.orders.some((child) => OPEN_REFUNDS.has(child.refund_status)) ? (['after-sale'] as const) : []),
  ...(trade.status === 'PAID_FORBID_CONSIGN' ? (['risk'] as const) : []),
];

const lineOf = (child: TradeChild, index: number): OrderLine => ({
  lineNo: index + 1,
  productId: child.num_iid,
  skuId: child.sku_id,
  ...codesOf(child),
  title: child.title,
  variant: child.sku_properties_name
    .split(';')
    .map((property) => property.slice(property.indexOf(':') + 1))
    .join(' '),
  quantity: child.num,
  refundedQuantity: isRefunded(child) ? child.num : 0,
  afterSaleQuantity: OPEN_REFUNDS.has(child.refund_status) ? child.num : 0,
  shippedQuantity: isSent(child) ? child.num : 0,
  childOrderId: child.oid,
  imageUrl: /^https?:\/\//.test(child.pic_path) ? child.pic_path : '',
  needsSerialNumber: false,
});

/** Shops put the goods' barcode in either of two fields: it is the one that reads as a GTIN. */
function codesOf({ outer_sku_id: sku, outer_iid: item }: TradeChild): Pick<OrderLine, 'skuCode' | 'barcode'> {
  const gtin = [sku, item].find(isGtin);
  if (gtin === undefined) return { skuCode: sku || item, barcode: '' };
  return { skuCode: [sku, item].find((code) => code !== '' && code !== gtin) ?? gtin, barcode: gtin };
}

/** The parcels a trade tells of itself: children of one number are one parcel. */
function parcelsOf(trade: Trade): readonly ShippedParcel[] {
  return group(
    trade.orders
      .filter((child) => isSent(child) && child.invoice_no !== '')
      .map((child) => ({ waybill: child.invoice_no, company: child.logistics_company, children: [child] })),
  );
}

/**
 * The parcels by the logistics orders of `detail`. One that names no child orders holds the whole trade where it is the
 * only one, and is a number without goods where there are several.
 */
export function parcelsFromShippings(trade: Trade, shippings: readonly Shipping[]): readonly ShippedParcel[] {
  const sent = shippings.filter((shipping) => shipping.out_sid !== '');
  return group(
    sent.map(({ out_sid: waybill, company_name: company, sub_tids: children }) => ({
      waybill,
      company,
      children:
        children.length > 0
          ? trade.orders.filter((child) => children.includes(child.oid))
          : sent.length === 1
            ? trade.orders.filter((child) => !isRefunded(child))
            : [],
    })),
  );
}

type Sent = { readonly waybill: string; readonly company: string; readonly children: readonly TradeChild[] };

function group(sent: readonly Sent[]): readonly ShippedParcel[] {
  const parcels = new Map<string, ShippedParcel>();
  for (const { waybill: text, company, children } of sent) {
    const waybill = normaliseWaybill(text);
    const key = JSON.stringify([company, waybill]);
    const goods = children.map((child) => ({ productId: child.num_iid, skuId: child.sku_id, quantity: child.num }));
    const items = [...(parcels.get(key)?.items ?? []), ...goods];
    parcels.set(key, { carrierCode: '', carrierName: company, waybill, items });
  }
  return [...parcels.values()];
}
