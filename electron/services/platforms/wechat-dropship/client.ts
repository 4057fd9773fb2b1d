import type { Order } from '../../../../shared/domain/order.ts';
import { dropshipCapabilities } from '../../../../shared/domain/platforms/wechat-dropship/capabilities.ts';
import type { Log } from '../../ports.ts';
import type { Account, Platform, ReadResult } from '../platform.ts';
import { NEW_CARRIER_LIST } from '../wechat/carriers.ts';
import { createFamilyClient, type WechatDeps } from '../wechat/family-client.ts';
import { judgeReadBack } from '../wechat/read-back.ts';
import { incomplete } from '../wechat/read-failure.ts';
import { orderOf } from './mapping.ts';
import { fetchOrder, findOrderIds, listOrderIds } from './orders.ts';
import { wireOf } from './wire.ts';

/** The WeChat drop-ship supplier as the app uses it. No answer of the platform makes any of these throw. */
export function createWechatDropship(deps: WechatDeps): Platform {
  const { read, mutate, members } = createFamilyClient(deps, 'wechat-dropship', NEW_CARRIER_LIST);
  const noteStatus = createStatusNotes(deps.log);
  const getOrder = async (account: Account, orderId: string): Promise<ReadResult<Order>> => {
    const reply = await fetchOrder(read, account, orderId);
    if (!reply.ok) return reply;
    const order = orderOf(account.shopId, reply.value);
    noteStatus(order);
    return { ok: true, value: order };
  };
  return {
    ...members,
    capabilities: dropshipCapabilities,
    listOrderIds: (account, window) => listOrderIds(read, account, window),
    findOrderIds: (account, search) => findOrderIds(read, account, search),
    getOrder,
    // Changes of a waybill are few; whether the platform refuses a second parcel of the same goods is not published.
    resendClass: (payload) => (payload.kind === 'correct' ? 'C' : 'B'),
    send: (account, payload, timeoutMs) => mutate(account, wireOf(payload), timeoutMs),
    correct: (account, payload, timeoutMs) => mutate(account, wireOf(payload), timeoutMs),
    readBack: async (account, payload) => {
      const order = await getOrder(account, payload.orderId);
      if (!order.ok) return order;
      const verdict = judgeReadBack(order.value, payload);
      return verdict === null ? incomplete('not enough to judge') : { ok: true, value: verdict };
    },
  };
}

/** More than any list of states has; a server that invents numbers does not fill the log. */
const MAX_NOTES = 100;

/** Writes down what each status number was seen together with, once: its meanings are not published. */
function createStatusNotes(log: Log): (order: Order) => void {
  const noted = new Set<string>();
  return ({ rawStatus, status }) => {
    const seen = `${rawStatus} ${status}`;
    if (noted.has(seen) || noted.size >= MAX_NOTES) return;
    noted.add(seen);
    log.info('platform.unpublished-status', { platform: 'wechat-dropship', status: rawStatus, seenAs: status });
  };
}
