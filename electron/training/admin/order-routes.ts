import { z } from 'zod';
import type { OrderBook } from '../book/order-book.ts';
import { OrderChangeSchema, ShopChangeSchema } from '../book/order-change.ts';
import { skusLeft, type OrderState } from '../book/order-state.ts';
import { jsonReply } from '../core/reply.ts';
import { AddedOrdersSchema } from '../practice/added-orders.ts';
import { findSku } from '../practice/catalogue.ts';
import { credentialsOf, PRACTICE_SHOPS } from '../practice/practice-shops.ts';
import { practiceSerial } from '../practice/serial-numbers.ts';
import { adminError, withBody, type AdminRoutes } from './admin-route.ts';

const ChangeBodySchema = z.strictObject({ orderId: z.string(), change: OrderChangeSchema });
const ShopBodySchema = z.strictObject({ appId: z.string(), change: ShopChangeSchema });

type Deps = { readonly book: OrderBook; readonly baseUrl: () => string };

/** Looking at, adding and changing practice orders and shops. */
export const orderRoutes = ({ book, baseUrl }: Deps): AdminRoutes => ({
  'GET /__training/shops': () =>
    jsonReply({
      shops: PRACTICE_SHOPS.map((shop) => ({
        ...shop,
        credentials: credentialsOf(shop),
        baseUrl: baseUrl(),
        ...book.shop(shop.appId),
      })),
    }),
  'POST /__training/shops/change': (call) =>
    withBody(ShopBodySchema, call, ({ appId, change }) => {
      if (!PRACTICE_SHOPS.some((shop) => shop.appId === appId)) return adminError(404, `No shop ${appId}`);
      book.changeShop(appId, change);
      return jsonReply({ appId, ...book.shop(appId) });
    }),
  'GET /__training/orders': (call) => {
    const kind = call.query.get('kind');
    const orders = [...book.all()].filter((state) => kind === null || state.order.kind === kind);
    return jsonReply({ orders: orders.map(orderView) });
  },
  'POST /__training/orders': (call) =>
    withBody(AddedOrdersSchema, call, (added) => {
      if ('orders' in added) {
        const taken = added.orders.find((order) => book.findAnywhere(order.orderId) !== undefined);
        if (taken !== undefined) return adminError(409, `Order ${taken.orderId} exists already`);
        if (new Set(added.orders.map((order) => order.orderId)).size < added.orders.length)
          return adminError(409, 'An order is given twice');
        const unknown = added.orders
          .flatMap((order) => order.items)
          .find((item) => item.skuId !== undefined && findSku(item.skuId) === undefined);
        if (unknown !== undefined) return adminError(404, `No SKU ${unknown.skuId}`);
      }
      const made = book.addOrders(added);
      const views = made.map((order) => book.findAnywhere(order.orderId)).filter((state) => state !== undefined);
      return jsonReply({ orders: views.map(orderView) });
    }),
  'POST /__training/orders/change': (call) =>
    withBody(ChangeBodySchema, call, ({ orderId, change }) => {
      if (book.findAnywhere(orderId) === undefined) return adminError(404, `No order ${orderId}`);
      book.changeOrder(orderId, change);
      const state = book.findAnywhere(orderId);
      return state === undefined ? adminError(404, `No order ${orderId}`) : jsonReply({ order: orderView(state) });
    }),
});

/** An order in short, for tests and the practice tray: no receiver. */
function orderView(state: OrderState): PracticeOrderView {
  const { order } = state;
  return {
    orderId: order.orderId,
    appId: order.shop,
    seq: order.seq,
    kind: order.kind,
    status: state.status,
    holds: state.holds,
    items: order.lines.map((line) => ({
      productId: line.productId,
      skuId: line.skuId,
      barcode: line.skuCode,
      title: line.title,
      quantity: line.quantity,
      left: skusLeft(state).find((sku) => sku.skuId === line.skuId)?.left ?? 0,
      serial: line.kind === 'subsidy' ? practiceSerial(order.orderId, line.skuId) : null,
    })),
    parcels: state.parcels.map(({ carrier, waybill, items }) => ({ carrier, waybill, items })),
  };
}

export type PracticeOrderView = {
  readonly orderId: string;
  readonly appId: string;
  readonly seq: number;
  readonly kind: string;
  readonly status: string;
  readonly holds: readonly string[];
  readonly items: readonly {
    readonly productId: string;
    readonly skuId: string;
    readonly barcode: string;
    readonly title: string;
    readonly quantity: number;
    readonly left: number;
    readonly serial: { readonly serialNumber: string; readonly imei1: string } | null;
  }[];
  readonly parcels: readonly {
    readonly carrier: string;
    readonly waybill: string;
    readonly items: readonly { readonly productId: string; readonly skuId: string; readonly quantity: number }[];
  }[];
};
