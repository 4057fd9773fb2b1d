import type { OpPayload } from '../../../../shared/domain/shipment.ts';
import type { Account, ReadBack, ReadResult } from '../platform.ts';
import { contentWith } from './content.ts';
import { judgeSend } from './judge.ts';
import { orderOf, parcelsFromShippings } from './mapping.ts';
import { fetchTrade, shopFields } from './orders.ts';
import type { ReadCall } from './read-call.ts';
import { incomplete } from '../http/read-failure.ts';
import { ShippingsSchema, type Shipping } from './schema.ts';

/**
 * Looks whether a shipment took effect: the trade first, and its logistics orders only where the trade says "shipped"
 * without a number, for every call is charged. Without our number in either nothing is proven.
 */
export async function readBack(read: ReadCall, account: Account, payload: OpPayload): Promise<ReadResult<ReadBack>> {
  if (payload.kind !== 'send') return incomplete('a way to correct a waybill');
  const trade = await fetchTrade(read, account, payload.orderId);
  if (!trade.ok) return trade;
  const order = orderOf(account.shopId, trade.value);
  const byTrade = judgeSend(order, payload);
  if (byTrade !== null) return { ok: true, value: byTrade };
  const shippings = await fetchShippings(read, account, payload.orderId);
  if (!shippings.ok) return shippings;
  const parcels = parcelsFromShippings(trade.value, shippings.value);
  const byShippings = judgeSend({ ...order, parcels: [...parcels] }, payload);
  return byShippings === null ? incomplete('the number it was shipped with') : { ok: true, value: byShippings };
}

/** The logistics orders of a trade. An entry of another trade makes the whole answer unusable. */
async function fetchShippings(read: ReadCall, account: Account, tid: string): Promise<ReadResult<readonly Shipping[]>> {
  const answer = await read(account, '/tool/erps/detail', [
    ...shopFields(account),
    ['tid', tid],
    ['fields', 'tid,out_sid,company_name,sub_tids,is_spilt,status'],
  ]);
  if (!answer.ok) return answer;
  const parsed = ShippingsSchema.safeParse(contentWith(answer.value.json, 'shippings')?.['shippings']);
  if (!parsed.success) return incomplete('shippings');
  return parsed.data.every((shipping) => shipping.tid === tid)
    ? { ok: true, value: parsed.data }
    : incomplete('this trade: it tells of another one');
}
