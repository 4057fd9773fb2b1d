import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import { practiceShop, type ShopKey } from '../../../electron/training/practice/practice-shops.ts';
import { PATHS, post, tokenBody, type WechatAnswer } from './channels-caller.ts';

/** A caller of any WeChat practice platform in the name of one shop; bodies are values, or text where the bytes matter. */
export async function wechatCaller(baseUrl: string, key: ShopKey) {
  const answer = await post(`${baseUrl}${PATHS.token}`, tokenBody(practiceShop(key)));
  const token = String(answer['access_token']);
  return {
    token,
    call: (path: string, body: unknown): Promise<WechatAnswer> =>
      post(`${baseUrl}${path}?access_token=${token}`, typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

/** What is left of an order, by SKU. */
export const leftOf = (order: PracticeOrderView) => order.items.filter((item) => item.left > 0);
