import { channelsCapabilities } from '../../../../shared/domain/platforms/wechat-channels/capabilities.ts';
import type { OpPayload } from '../../../../shared/domain/shipment.ts';
import type { ResendClass } from '../../../../shared/domain/op.ts';
import type { Platform } from '../platform.ts';
import { NEW_CARRIER_LIST } from '../wechat/carriers.ts';
import { createFamilyClient, type WechatDeps } from '../wechat/family-client.ts';
import { judgeReadBack } from '../wechat/read-back.ts';
import { incomplete } from '../wechat/read-failure.ts';
import { orderOf } from './mapping.ts';
import { fetchOrder, listOrderIds } from './orders.ts';
import { serialNumbersOf, wireOf } from './wire.ts';

/** WeChat Channels as the app uses it. No answer of the platform makes any of these throw. */
export function createWechatChannels(deps: WechatDeps): Platform {
  const { read, mutate, members } = createFamilyClient(deps, 'wechat-channels', NEW_CARRIER_LIST);
  return {
    ...members,
    capabilities: channelsCapabilities,
    listOrderIds: (account, window) => listOrderIds(read, account, window),
    getOrder: async (account, orderId) => {
      const reply = await fetchOrder(read, account, orderId);
      return reply.ok ? { ok: true, value: orderOf(account.shopId, reply.value) } : reply;
    },
    resendClass,
    send: (account, payload, timeoutMs) => mutate(account, wireOf(payload), timeoutMs),
    correct: (account, payload, timeoutMs) => mutate(account, wireOf(payload), timeoutMs),
    readBack: async (account, payload) => {
      const reply = await fetchOrder(read, account, payload.orderId);
      if (!reply.ok) return reply;
      const verdict = judgeReadBack(orderOf(account.shopId, reply.value), payload);
      return verdict === null ? incomplete('not enough to judge') : { ok: true, value: verdict };
    },
  };
}

/** Corrections are budgeted and serial numbers get locked: never repeated by itself (RELIABILITY 3f P1). */
function resendClass(payload: OpPayload): ResendClass {
  if (payload.kind === 'correct' || serialNumbersOf(payload.items).length > 0) return 'C';
  return payload.whole ? 'A' : 'B';
}
