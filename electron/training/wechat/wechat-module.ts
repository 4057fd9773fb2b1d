import { z } from 'zod';
import type { OrderBook } from '../book/order-book.ts';
import type { PlatformModule } from '../core/platform-module.ts';
import { PRACTICE_CARRIERS } from '../practice/carriers.ts';
import { shopOfApp } from '../practice/practice-shops.ts';
import { COMMON_CODES } from './common-codes.ts';
import { shopEndpoint } from './shop-endpoint.ts';
import { STABLE_TOKEN_PATH, stableTokenEndpoint } from './stable-token.ts';
import type { TokenDesk } from './token-desk.ts';
import { refuse, wechatOk, wechatRefusal } from './wechat-reply.ts';

const CarrierListBodySchema = z.looseObject({ ewaybill_only: z.boolean() });

/** Platforms whose accounts hold permission set 131 or 192, which the new carrier list asks for. */
const LISTS_CARRIERS = ['wechat-channels', 'wechat-dropship'];

type Deps = {
  readonly book: OrderBook;
  readonly tokens: TokenDesk;
  readonly now: () => number;
};

/** Addresses that more than one WeChat platform is called at: the token, and the new list of carriers. */
export const wechatModule = ({ book, tokens, now }: Deps): PlatformModule => {
  const endpoint = shopEndpoint({
    tokens,
    now,
    lacksPermission: (appId) =>
      book.shop(appId).noPermission === true || !LISTS_CARRIERS.includes(shopOfApp(appId)?.platform ?? ''),
  });
  return {
    platform: 'wechat',
    endpoints: new Map([
      [STABLE_TOKEN_PATH, stableTokenEndpoint({ tokens, secretOf: (appId) => shopOfApp(appId)?.appSecret, now })],
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
    ]),
    orderIdOf: () => '',
    answerCode: (code, message) =>
      code === 0 ? wechatOk() : wechatRefusal(refuse(code, message ?? COMMON_CODES[code] ?? 'unknown error'), now()),
    busyCode: 100003,
    codeField: 'errcode',
  };
};
