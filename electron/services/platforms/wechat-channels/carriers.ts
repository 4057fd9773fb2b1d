import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { Account, ReadResult } from '../platform.ts';
import { incomplete, type ReadCall } from './read-call.ts';
import { CarrierReplySchema } from './schema.ts';

/** A carrier list and the clock of the server that gave it. */
export type CarrierReply = { readonly carriers: readonly Carrier[]; readonly serverTimeMs: number | null };

/** The shop's carriers from the new list, which the old one's page points to; each code once. */
export async function fetchCarriers(read: ReadCall, account: Account): Promise<ReadResult<CarrierReply>> {
  const answer = await read(account, '/channels/ec/order/deliverycompanylist/new/get', { ewaybill_only: false });
  if (!answer.ok) return answer;
  const parsed = CarrierReplySchema.safeParse(answer.value.json);
  const list = parsed.success ? (parsed.data.company_list ?? parsed.data.data?.company_list) : undefined;
  if (list === undefined || list === null) return incomplete('no company_list');
  const byCode = new Map<string, Carrier>();
  for (const { delivery_id: code, delivery_name: name } of list)
    if (!byCode.has(code)) byCode.set(code, { code, name: (name || code).slice(0, 64) });
  return { ok: true, value: { carriers: [...byCode.values()], serverTimeMs: answer.value.serverTimeMs } };
}
