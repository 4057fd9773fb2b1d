import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { Account, ReadResult } from '../platform.ts';
import { incomplete } from './read-failure.ts';
import type { ReadCall } from './read-call.ts';
import { CompaniesSchema } from './schema.ts';

/** A carrier list and the clock of the server that gave it. */
export type CarrierReply = { readonly carriers: readonly Carrier[]; readonly serverTimeMs: number | null };

/** Douyin's carriers, each code once. */
export async function fetchCarriers(read: ReadCall, account: Account): Promise<ReadResult<CarrierReply>> {
  const answer = await read(account, '/gateway/dd/logistics/company/list', []);
  if (!answer.ok) return answer;
  const parsed = CompaniesSchema.safeParse(answer.value.json['data']);
  if (!parsed.success || parsed.data.length === 0) return incomplete('the companies');
  const byCode = new Map<string, Carrier>();
  for (const { code, name } of parsed.data)
    if (!byCode.has(code)) byCode.set(code, { code, name: (name || code).slice(0, 64) });
  return { ok: true, value: { carriers: [...byCode.values()], serverTimeMs: answer.value.serverTimeMs } };
}
