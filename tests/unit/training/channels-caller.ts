import { PRACTICE_SHOPS, practiceShop, type PracticeShop } from '../../../electron/training/practice/practice-shops.ts';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import { parseExactJson } from '../../../shared/kernel/json.ts';

/** A WeChat answer as a test reads it: unsafe integers are text. */
export type WechatAnswer = { readonly errcode: unknown; readonly errmsg: string } & Readonly<Record<string, unknown>>;

export const PATHS = {
  token: '/cgi-bin/stable_token',
  carriers: '/channels/ec/order/deliverycompanylist/new/get',
  list: '/channels/ec/order/list/get',
  get: '/channels/ec/order/get',
  send: '/channels/ec/order/delivery/send',
  update: '/channels/ec/order/deliveryinfo/update',
} as const;

/** Posts raw text, so that a test decides every byte. */
export async function post(url: string, bodyText: string): Promise<WechatAnswer> {
  const response = await fetch(url, { method: 'POST', body: bodyText, headers: { connection: 'close' } });
  const json = parseExactJson(await response.text());
  if (!json.ok) throw new Error(json.error);
  return json.value as WechatAnswer;
}

export const tokenBody = (shop: PracticeShop, more: Record<string, unknown> = {}): string =>
  JSON.stringify({ grant_type: 'client_credential', appid: shop.appId, secret: shop.appSecret, ...more });

/** A shop's own caller with a token. `order` bodies are given as values, or as text where the bytes matter. */
export async function channelsCaller(baseUrl: string, key: PracticeShop['key'] = 'living') {
  const answer = await post(`${baseUrl}${PATHS.token}`, tokenBody(practiceShop(key)));
  const token = String(answer['access_token']);
  return {
    token,
    call: (name: keyof typeof PATHS, body: unknown): Promise<WechatAnswer> =>
      post(`${baseUrl}${PATHS[name]}?access_token=${token}`, typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

export const shopKeyOf = (appId: string): PracticeShop['key'] =>
  PRACTICE_SHOPS.find((shop) => shop.appId === appId)?.key ?? 'living';

/** The goods of an order as `product_infos`, everything that is left or so many pieces of the first line. */
export const productInfos = (order: PracticeOrderView, pieces?: number) =>
  order.items
    .filter((item) => item.left > 0)
    .slice(0, pieces === undefined ? undefined : 1)
    .map((item) => ({ product_id: item.productId, sku_id: item.skuId, product_cnt: pieces ?? item.left }));

/** A request for senddelivery with one courier package; `over` replaces fields of the package. */
export const sendBody = (order: PracticeOrderView, over: Record<string, unknown> = {}) => ({
  order_id: order.orderId,
  delivery_list: [
    {
      delivery_id: 'ZTO',
      waybill_id: '78000000000001',
      deliver_type: 1,
      product_infos: productInfos(order),
      ...over,
    },
  ],
});
