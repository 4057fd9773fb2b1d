import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import type { Account } from '../platform.ts';
import type { ReadCall } from '../wechat/read-call.ts';
import { orderOf } from './mapping.ts';
import { fetchOrder } from './orders.ts';

/** Long enough for an answer in passing; a platform that is slow now is not waited for twice. */
const LOOK_LIMIT_MS = 5_000;

/**
 * A package of everything that was left does not always say whether other parcels left before it, and the form for whole
 * orders is refused then (109000). Where it is not said the order is looked at; what cannot be read changes nothing.
 */
export async function withSplitSaid(
  read: ReadCall,
  account: Account,
  payload: SendPayload,
  timeoutMs: number,
): Promise<SendPayload> {
  if (!payload.whole || payload.split !== undefined) return payload;
  const reply = await fetchOrder(read, account, payload.orderId, Math.min(timeoutMs, LOOK_LIMIT_MS));
  const partly = reply.ok && orderOf(account.shopId, reply.value).status === 'part-shipped';
  return partly ? { ...payload, split: true } : payload;
}
