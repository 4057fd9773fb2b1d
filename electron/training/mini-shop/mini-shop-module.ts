import type { OrderBook } from '../book/order-book.ts';
import type { Endpoint, PlatformModule } from '../core/platform-module.ts';
import { shopOfApp } from '../practice/practice-shops.ts';
import { bodyField } from '../wechat/body-field.ts';
import { shopEndpoint } from '../wechat/shop-endpoint.ts';
import type { TokenDesk } from '../wechat/token-desk.ts';
import { refuse, wechatOk, wechatRefusal } from '../wechat/wechat-reply.ts';
import { MINI_CARRIERS } from './carriers.ts';
import { miniMessage } from './codes.ts';
import { numberedOk, parseNumbered } from './numbered-json.ts';
import { miniOrderList } from './order-list.ts';
import { miniOrderShape } from './order-shape.ts';
import { MiniCarrierBodySchema, MiniGetBodySchema, MiniListBodySchema, MiniSendBodySchema } from './schemas.ts';
import { sendMini } from './send.ts';

export type MiniShopDeps = {
  readonly book: OrderBook;
  readonly tokens: TokenDesk;
  readonly now: () => number;
  /** Address the goods pictures are served under. */
  readonly pictures: () => string;
  /** See {@link sendMini}. */
  readonly guardsState: boolean;
};

/** The WeChat mini-shop (微信小商店): carriers, orders and shipping; the token is the family's. */
export const miniShopModule = (deps: MiniShopDeps): PlatformModule => ({
  platform: 'wechat-mini-shop',
  endpoints: endpoints(deps),
  orderIdOf: bodyField('order_id'),
  answerCode: (code, message) =>
    code === 0 ? wechatOk() : wechatRefusal(refuse(code, message ?? miniMessage(code)), deps.now()),
  busyCode: 100003,
  codeField: 'errcode',
});

function endpoints({ book, tokens, now, pictures, guardsState }: MiniShopDeps): Map<string, Endpoint> {
  const endpoint = shopEndpoint({
    tokens,
    now,
    lacksPermission: (appId) =>
      book.shop(appId).noPermission === true || shopOfApp(appId)?.platform !== 'wechat-mini-shop',
    parse: parseNumbered,
    tooLong: miniMessage(-2),
  });
  return new Map([
    [
      '/product/delivery/get_company_list',
      endpoint(
        'read',
        MiniCarrierBodySchema,
        () =>
          wechatOk({
            company_list: MINI_CARRIERS.map(({ code, name }) => ({ delivery_id: code, delivery_name: name })),
          }),
        { emptyBody: '{}' },
      ),
    ],
    ['/product/order/get_list', endpoint('read', MiniListBodySchema, miniOrderList({ book, pictures }))],
    [
      '/product/order/get',
      endpoint('read', MiniGetBodySchema, ({ appId, body }) => {
        const found = book.find(appId, body.order_id);
        return found === undefined
          ? refuse(100002, miniMessage(100002))
          : numberedOk({ order: miniOrderShape(found, pictures()) });
      }),
    ],
    ['/product/delivery/send', endpoint('send', MiniSendBodySchema, sendMini({ book, guardsState }))],
  ]);
}
