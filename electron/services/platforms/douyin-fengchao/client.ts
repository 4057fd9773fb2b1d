import { douyinCapabilities } from '../../../../shared/domain/platforms/douyin-fengchao/capabilities.ts';
import { goesAsPack } from '../../../../shared/domain/platforms/douyin-fengchao/split.ts';
import type { ResendClass } from '../../../../shared/domain/op.ts';
import type { OpPayload } from '../../../../shared/domain/shipment.ts';
import type { Account, Platform, ReadBack, ReadResult } from '../platform.ts';
import type { CallDeps } from './call.ts';
import { carriersIn, fetchCarriers } from './carriers.ts';
import { createClockWatch } from './clock-watch.ts';
import { judgeSend } from './judge.ts';
import { orderOf } from './mapping.ts';
import { fetchOrder, listOrders } from './orders.ts';
import { createReadCall, type ReadCall } from './read-call.ts';
import { listedOrders } from '../http/list-items.ts';
import { incomplete } from '../http/read-failure.ts';
import { createSender, mayShareCall } from './send.ts';

/** What the client needs of the outside. */
export type DouyinDeps = Omit<CallDeps, 'watch'> & { readonly onClockSkew?: (aheadMs: number) => void };

/** Douyin through the 蜂巢 gateway as the app uses it. No answer makes any of these throw. */
export function createDouyinFengchao(outside: DouyinDeps): Platform {
  const deps: CallDeps = { ...outside, watch: createClockWatch(outside) };
  const read = createReadCall(deps);
  const { send, sendBatch } = createSender(deps);
  return {
    capabilities: douyinCapabilities,
    checkConnection: async (account) => {
      const reply = await fetchCarriers(read, account);
      if (!reply.ok) return reply;
      const { carriers, serverTimeMs } = reply.value;
      return { ok: true, value: { carriers: carriers.length, serverTimeMs } };
    },
    listCarriers: (account) => fetchCarriers(read, account),
    carriersIn,
    listOrders: async (account, window) => {
      const listed = await listOrders(read, account, window);
      if (!listed.ok) return listed;
      return { ok: true, value: listedOrders(listed.value, (order) => orderOf(account.shopId, order)) };
    },
    getOrder: async (account, orderId) => {
      const reply = await fetchOrder(read, account, orderId);
      return reply.ok ? { ok: true, value: orderOf(account.shopId, reply.value) } : reply;
    },
    resendClass,
    send,
    batch: { takes: mayShareCall, send: sendBatch },
    readBack: (account, payload) => readBack(read, account, payload),
    forget: () => undefined,
  };
}

/** Whole orders are refused a second time, a repeated split can add a parcel, a refused refund cannot be taken back. */
function resendClass(payload: OpPayload): ResendClass {
  if (payload.kind === 'correct' || payload.rejectRefund === true) return 'C';
  return goesAsPack(payload) ? 'B' : 'A';
}

async function readBack(read: ReadCall, account: Account, payload: OpPayload): Promise<ReadResult<ReadBack>> {
  if (payload.kind !== 'send') return incomplete('a way to correct a waybill');
  const reply = await fetchOrder(read, account, payload.orderId);
  if (!reply.ok) return reply;
  const verdict = judgeSend(orderOf(account.shopId, reply.value), payload);
  return verdict === null ? incomplete('the number it was shipped with') : { ok: true, value: verdict };
}
