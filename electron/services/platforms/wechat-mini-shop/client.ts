import { miniShopCapabilities } from '../../../../shared/domain/platforms/wechat-mini-shop/capabilities.ts';
import type { Platform } from '../platform.ts';
import type { CarrierCall } from '../wechat/carriers.ts';
import { createFamilyClient, type WechatDeps } from '../wechat/family-client.ts';
import { incomplete } from '../wechat/read-failure.ts';
import { orderOf } from './mapping.ts';
import { fetchOrder, listOrderIds } from './orders.ts';
import { judgeMiniShop } from './read-back.ts';
import { withSplitSaid } from './split-unsaid.ts';
import { isSplit, wireOf } from './wire.ts';

/** The mini-shop's own list; its codes are not those of the Channels shop. */
const CARRIERS: CarrierCall = { path: '/product/delivery/get_company_list', body: {} };

/** The WeChat mini-shop as the app uses it. No answer of the platform makes any of these throw. */
export function createWechatMiniShop(deps: WechatDeps): Platform {
  const { read, mutate, members } = createFamilyClient(deps, 'wechat-mini-shop', CARRIERS);
  return {
    ...members,
    capabilities: miniShopCapabilities,
    listOrderIds: (account, window) => listOrderIds(read, account, window),
    getOrder: async (account, orderId) => {
      const reply = await fetchOrder(read, account, orderId);
      return reply.ok ? { ok: true, value: orderOf(account.shopId, reply.value) } : reply;
    },
    // The platform refuses a second shipment of a whole order; a part of one could be added again (RELIABILITY 3f P0).
    resendClass: (payload) => (payload.kind === 'send' && !isSplit(payload) ? 'A' : 'B'),
    send: async (account, payload, timeoutMs) =>
      mutate(account, wireOf(await withSplitSaid(read, account, payload, timeoutMs)), timeoutMs),
    readBack: async (account, payload) => {
      const reply = await fetchOrder(read, account, payload.orderId);
      if (!reply.ok) return reply;
      const verdict = payload.kind === 'send' ? judgeMiniShop(orderOf(account.shopId, reply.value), payload) : null;
      return verdict === null ? incomplete('not enough to judge') : { ok: true, value: verdict };
    },
  };
}
