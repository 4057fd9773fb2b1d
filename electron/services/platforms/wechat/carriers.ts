import { z } from 'zod';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { ExactJson } from '../../../../shared/kernel/json.ts';
import type { Account, CarrierReply, ReadResult } from '../platform.ts';
import { text } from './fields.ts';
import type { WireJson } from './json-body.ts';
import type { ReadCall } from './read-call.ts';
import { incomplete } from './read-failure.ts';

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
  const { json: raw, serverTimeMs } = answer.value;
  const carriers = carriersIn(raw);
  return carriers === null ? incomplete('no company_list') : { ok: true, value: { carriers, raw, serverTimeMs } };
}

/** The carriers of an answer; null where it holds no list. */
export function carriersIn(raw: ExactJson): readonly Carrier[] | null {
  const parsed = CarrierReplySchema.safeParse(raw);
  const list = parsed.success ? (parsed.data.company_list ?? parsed.data.data?.company_list) : undefined;
  if (list === undefined || list === null) return null;
  const byCode = new Map<string, Carrier>();
  for (const { delivery_id: code, delivery_name: name } of list)
    if (!byCode.has(code)) byCode.set(code, { code, name: (name || code).slice(0, 64) });
  return [...byCode.values()];
}
