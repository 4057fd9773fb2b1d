import type { OrderBook } from '../book/order-book.ts';
import type { Endpoint, PlatformModule } from '../core/platform-module.ts';
import { shopOfApp } from '../practice/practice-shops.ts';
import { bodyField } from '../wechat/body-field.ts';
import { parseTyped } from '../wechat/parse-typed.ts';
import { shopEndpoint } from '../wechat/shop-endpoint.ts';
import type { TokenDesk } from '../wechat/token-desk.ts';
import { refuse, wechatOk, wechatRefusal } from '../wechat/wechat-reply.ts';
import { dropshipMessage } from './codes.ts';
import { dropshipList, dropshipSearch } from './order-list.ts';
import { dropshipShape } from './order-shape.ts';
import {
  DropshipGetBodySchema,
  DropshipListBodySchema,
  DropshipSearchBodySchema,
  DropshipSendBodySchema,
  DropshipUpdateBodySchema,
} from './schemas.ts';
import { sendDropship } from './send.ts';
import { updateDropship } from './update.ts';

const ROOT = '/channels/ec/order/dropship/supplier';

export type DropshipDeps = {
  readonly book: OrderBook;
  readonly tokens: TokenDesk;
  readonly now: () => number;
  /** Address the goods pictures are served under. */
  readonly pictures: () => string;
  /** False makes a platform that takes any well-formed shipment again. */
  readonly guardsState: boolean;
};

/** The drop-ship supplier (微信小店供货商): orders, shipping and waybill correction; token and carriers are the family's. */
export const dropshipModule = (deps: DropshipDeps): PlatformModule => ({
  platform: 'wechat-dropship',
  endpoints: endpoints(deps),
  orderIdOf: bodyField('ds_order_id'),
  answerCode: (code, message) =>
    code === 0 ? wechatOk() : wechatRefusal(refuse(code, message ?? dropshipMessage(code)), deps.now()),
  busyCode: 100003,
  codeField: 'errcode',
});

function endpoints({ book, tokens, now, pictures, guardsState }: DropshipDeps): Map<string, Endpoint> {
  const lacksPermission = (appId: string): boolean =>
    book.shop(appId).noPermission === true || shopOfApp(appId)?.platform !== 'wechat-dropship';
  const endpoint = shopEndpoint({ tokens, now, lacksPermission });
  const strict = shopEndpoint({ tokens, now, lacksPermission, parse: parseTyped });
  return new Map([
    [`${ROOT}/list`, endpoint('read', DropshipListBodySchema, dropshipList({ book }))],
    [`${ROOT}/search`, endpoint('read', DropshipSearchBodySchema, dropshipSearch({ book }))],
    [
      `${ROOT}/get`,
      strict('read', DropshipGetBodySchema, ({ appId, body }) => {
        const found = book.find(appId, body.ds_order_id);
        return found === undefined
          ? refuse(100002, dropshipMessage(100002))
          : wechatOk({ dropship_order: dropshipShape(found, pictures()) });
      }),
    ],
    [`${ROOT}/delivery/send`, strict('send', DropshipSendBodySchema, sendDropship({ book, guardsState }))],
    [`${ROOT}/delivery/update`, strict('correct', DropshipUpdateBodySchema, updateDropship({ book }))],
  ]);
}
