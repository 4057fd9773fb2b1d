import type { OrderBook } from '../book/order-book.ts';
import type { Endpoint, PlatformModule } from '../core/platform-module.ts';
import { shopOfApp } from '../practice/practice-shops.ts';
import { bodyField } from '../wechat/body-field.ts';
import { shopEndpoint } from '../wechat/shop-endpoint.ts';
import type { TokenDesk } from '../wechat/token-desk.ts';
import { refuse, wechatOk, wechatRefusal } from '../wechat/wechat-reply.ts';
import { codeMessage } from './codes.ts';
import { orderList } from './order-list.ts';
import { orderShape } from './order-shape.ts';
import { OrderGetBodySchema, OrderListBodySchema, SendBodySchema, UpdateBodySchema } from './schemas.ts';
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

/** The WeChat Channels shop (微信小店): orders, shipping and waybill correction; token and carriers are the family's. */
export const channelsModule = (deps: ChannelsDeps): PlatformModule => ({
  platform: 'wechat-channels',
  endpoints: endpoints(deps),
  orderIdOf: bodyField('order_id'),
  answerCode: (code, message) =>
    code === 0 ? wechatOk() : wechatRefusal(refuse(code, message ?? codeMessage(code)), deps.now()),
  busyCode: 100003,
  codeField: 'errcode',
});

function endpoints({ book, tokens, now, pictures, guardsState }: ChannelsDeps): Map<string, Endpoint> {
  const endpoint = shopEndpoint({
    tokens,
    now,
    lacksPermission: (appId) =>
      book.shop(appId).noPermission === true || shopOfApp(appId)?.platform !== 'wechat-channels',
  });
  return new Map([
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
