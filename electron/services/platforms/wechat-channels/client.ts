import { channelsCapabilities } from '../../../../shared/domain/platforms/wechat-channels/capabilities.ts';
import type { OpPayload } from '../../../../shared/domain/shipment.ts';
import type { ResendClass } from '../../../../shared/domain/op.ts';
import type { HttpRequest } from '../http/http-call.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Platform } from '../platform.ts';
import { fetchCarriers } from './carriers.ts';
import { orderOf } from './mapping.ts';
import { createMutate } from './mutation.ts';
import { fetchOrder, listOrderIds } from './orders.ts';
import { judgeReadBack } from './read-back.ts';
import { createReadCall, incomplete } from './read-call.ts';
import { createTokenSource } from './token.ts';
import { serialNumbersOf } from './wire.ts';

/** What the client needs of the outside. */
export type ChannelsDeps = {
  readonly http: HttpRequest;
  readonly clock: Clock;
  readonly log: Log;
  readonly resolveProxy: (url: string) => Promise<string | null>;
};

/** WeChat Channels as the app uses it. No answer of the platform makes any of these throw. */
export function createWechatChannels(deps: ChannelsDeps): Platform {
  const tokens = createTokenSource(deps);
  const read = createReadCall({ ...deps, tokens });
  const mutate = createMutate({ ...deps, tokens });
  return {
    capabilities: channelsCapabilities,
    checkConnection: async (account) => {
      const token = await tokens.renew(account);
      if (!token.ok) return token;
      const reply = await fetchCarriers(read, account);
      if (!reply.ok) return reply;
      return { ok: true, value: { carriers: reply.value.carriers.length, serverTimeMs: reply.value.serverTimeMs } };
    },
    listCarriers: async (account) => {
      const reply = await fetchCarriers(read, account);
      return reply.ok ? { ok: true, value: reply.value.carriers } : reply;
    },
    listOrderIds: (account, window) => listOrderIds(read, account, window),
    getOrder: async (account, orderId) => {
      const reply = await fetchOrder(read, account, orderId);
      return reply.ok ? { ok: true, value: orderOf(account.shopId, reply.value) } : reply;
    },
    resendClass,
    send: mutate,
    correct: mutate,
    readBack: async (account, payload) => {
      const reply = await fetchOrder(read, account, payload.orderId);
      if (!reply.ok) return reply;
      const verdict = judgeReadBack(orderOf(account.shopId, reply.value), payload);
      return verdict === null ? incomplete('not enough to judge') : { ok: true, value: verdict };
    },
    forget: tokens.forget,
  };
}

/** Corrections are budgeted and serial numbers get locked: never repeated by itself (RELIABILITY 3f P1). */
function resendClass(payload: OpPayload): ResendClass {
  if (payload.kind === 'correct' || serialNumbersOf(payload.items).length > 0) return 'C';
  return payload.whole ? 'A' : 'B';
}
