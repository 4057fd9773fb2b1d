import { parseExactJson } from '../../../shared/kernel/json.ts';
import type { OrderBook } from '../core/order-book.ts';
import type { Call } from '../core/call.ts';
import type { Endpoint, PlatformModule } from '../core/platform-module.ts';
import { PRACTICE_CARRIERS } from '../practice/carriers.ts';
import { PRACTICE_SHOPS } from '../practice/practice-shops.ts';
import { shopEndpoint } from '../wechat/shop-endpoint.ts';
import { STABLE_TOKEN_PATH, stableTokenEndpoint } from '../wechat/stable-token.ts';
import type { TokenDesk } from '../wechat/token-desk.ts';
import { refuse, wechatOk, wechatRefusal } from '../wechat/wechat-reply.ts';
import { codeMessage } from './codes.ts';
import { orderList } from './order-list.ts';
import { orderShape } from './order-shape.ts';
import {
  CarrierListBodySchema,
  OrderGetBodySchema,
  OrderListBodySchema,
  SendBodySchema,
  UpdateBodySchema,
} from './schemas.ts';
import { sendDelivery } from './send.ts';
import { updateDelivery } from './update.ts';

export type ChannelsDeps = {
  readonly book: OrderBook;
  readonly tokens: TokenDesk;
  readonly now: () => number;
  /** Address the goods pictures are served under. */
  readonly pictures: () => string;
  /** See {@link sendDelivery}. */
  readonly guardsState: boolean;
};

/** The WeChat Channels shop (微信小店): token, carriers, orders, shipping and waybill correction. */
export const channelsModule = (deps: ChannelsDeps): PlatformModule => ({
  platform: 'wechat-channels',
  endpoints: endpoints(deps),
  orderIdOf,
  answerCode: (code, message) =>
    code === 0 ? wechatOk() : wechatRefusal(refuse(code, message ?? codeMessage(code)), deps.now()),
  busyCode: 100003,
  codeField: 'errcode',
});

function endpoints({ book, tokens, now, pictures, guardsState }: ChannelsDeps): Map<string, Endpoint> {
  const secretOf = (appId: string): string | undefined =>
    PRACTICE_SHOPS.find((shop) => shop.appId === appId)?.appSecret;
  const endpoint = shopEndpoint({ tokens, now, lacksPermission: (appId) => book.shop(appId).noPermission === true });
  return new Map([
    [STABLE_TOKEN_PATH, stableTokenEndpoint({ tokens, secretOf, now })],
    [
      '/channels/ec/order/deliverycompanylist/new/get',
      endpoint('read', CarrierListBodySchema, ({ body }) =>
        wechatOk({
          company_list: PRACTICE_CARRIERS.filter((carrier) => carrier.ewaybill || !body.ewaybill_only).map(
            ({ code, name }) => ({ delivery_id: code, delivery_name: name }),
          ),
        }),
      ),
    ],
    ['/channels/ec/order/list/get', endpoint('read', OrderListBodySchema, orderList({ book }))],
    [
      '/channels/ec/order/get',
      endpoint('read', OrderGetBodySchema, ({ appId, body }) => {
        const found = book.find(appId, body.order_id);
        return found === undefined
          ? refuse(100002, codeMessage(100002))
          : wechatOk({ order: orderShape(found, pictures()) });
      }),
    ],
    ['/channels/ec/order/delivery/send', endpoint('send', SendBodySchema, sendDelivery({ book, guardsState }))],
    ['/channels/ec/order/deliveryinfo/update', endpoint('correct', UpdateBodySchema, updateDelivery({ book }))],
  ]);
}

function orderIdOf(call: Call): string {
  const json = parseExactJson(call.bodyText);
  if (!json.ok || typeof json.value !== 'object' || json.value === null || !('order_id' in json.value)) return '';
  const id = json.value['order_id'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
}
