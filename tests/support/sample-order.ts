import type { Order, OrderLine } from '../../shared/domain/order.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';

/** A line of an order: one piece of P1/S1. */
export const sampleLine = (more: Partial<OrderLine> = {}): OrderLine => ({
  lineNo: 1,
  productId: 'P1',
  skuId: 'S1',
  skuCode: '',
  barcode: '',
  title: '',
  variant: '',
  quantity: 1,
  refundedQuantity: 0,
  afterSaleQuantity: 0,
  shippedQuantity: 0,
  childOrderId: '',
  imageUrl: '',
  needsSerialNumber: false,
  ...more,
});

/** An order to ship without goods. */
export const sampleOrder = (more: Partial<Order> = {}): Order => ({
  shopId: 'shop-1',
  platform: 'wechat-channels',
  orderId: '3705115058471208928',
  status: 'to-ship',
  rawStatus: '20',
  deliverMethod: 'courier',
  flags: [],
  note: '',
  deadline: null,
  createdAt: null,
  updatedAt: null,
  lines: [],
  parcels: [],
  ...more,
});

/** An order to ship with the given lines; each defaults to one piece of P1/S1. */
export const orderOf = (lines: readonly Partial<OrderLine>[], more: Partial<Order> = {}): Order =>
  sampleOrder({ ...more, lines: lines.map((line, index) => sampleLine({ lineNo: index + 1, ...line })) });

/** A whole-order shipment of one piece of P1/S1 with ZTO. */
export const payloadOf = (
  more: Partial<Omit<SendPayload, 'items'>> & { readonly items?: readonly SendPayload['items'][number][] } = {},
): SendPayload => ({
  version: 1,
  kind: 'send',
  orderId: '3705115058471208928',
  whole: true,
  deliver: { type: 'courier', carrierCode: 'ZTO', carrierName: '中通快递', waybill: '75531717195834' },
  ...more,
  items: [...(more.items ?? [{ productId: 'P1', skuId: 'S1', quantity: 1 }])],
});
