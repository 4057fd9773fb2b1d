import { z } from 'zod';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { Account, ReadResult } from '../platform.ts';
import { text } from './fields.ts';
import type { WireJson } from './json-body.ts';
import type { ReadCall } from './read-call.ts';
import { incomplete } from './read-failure.ts';

/** A carrier list and the clock of the server that gave it. */
export type CarrierReply = { readonly carriers: readonly Carrier[]; readonly serverTimeMs: number | null };

/** Where a platform's carrier list is and what it is asked with. */
export type CarrierCall = { readonly path: string; readonly body: WireJson };

/** The list of the new logistics pages, which Channels shops and suppliers share (permission sets 131 and 192). */
export const NEW_CARRIER_LIST: CarrierCall = {
  path: '/channels/ec/order/deliverycompanylist/new/get',
  body: { ewaybill_only: false },
};

const company = z.object({ delivery_id: z.string().min(1).max(64), delivery_name: text });

/** Some variants of the pages wrap the list in `data`; answers seen in the field do not. */
const CarrierReplySchema = z.object({
  company_list: z.array(company).nullish(),
  data: z.object({ company_list: z.array(company).nullish() }).nullish(),
});

/** The shop's carriers, each code once. */
export async function fetchCarriers(
  read: ReadCall,
  account: Account,
  { path, body }: CarrierCall,
): Promise<ReadResult<CarrierReply>> {
  const answer = await read(account, path, body);
  if (!answer.ok) return answer;
  const parsed = CarrierReplySchema.safeParse(answer.value.json);
  const list = parsed.success ? (parsed.data.company_list ?? parsed.data.data?.company_list) : undefined;
  if (list === undefined || list === null) return incomplete('no company_list');
  const byCode = new Map<string, Carrier>();
  for (const { delivery_id: code, delivery_name: name } of list)
    if (!byCode.has(code)) byCode.set(code, { code, name: (name || code).slice(0, 64) });
  return { ok: true, value: { carriers: [...byCode.values()], serverTimeMs: answer.value.serverTimeMs } };
}
