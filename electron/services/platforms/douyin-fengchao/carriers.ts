import { z } from 'zod';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { ExactJson } from '../../../../shared/kernel/json.ts';
import type { Account, CarrierReply, ReadResult } from '../platform.ts';
import { incomplete } from '../http/read-failure.ts';
import type { ReadCall } from './read-call.ts';
import { CompaniesSchema } from './schema.ts';

const AnswerSchema = z.object({ data: CompaniesSchema });

/** Douyin's carriers, each code once. */
export async function fetchCarriers(read: ReadCall, account: Account): Promise<ReadResult<CarrierReply>> {
  const answer = await read(account, '/gateway/dd/logistics/company/list', []);
  if (!answer.ok) return answer;
  const { json: raw, serverTimeMs } = answer.value;
  const carriers = carriersIn(raw);
  return carriers === null ? incomplete('the companies') : { ok: true, value: { carriers, raw, serverTimeMs } };
}

/** The carriers of an answer; null where it names none. */
export function carriersIn(raw: ExactJson): readonly Carrier[] | null {
  const parsed = AnswerSchema.safeParse(raw);
  if (!parsed.success || parsed.data.data.length === 0) return null;
  const byCode = new Map<string, Carrier>();
  for (const { code, name } of parsed.data.data)
    if (!byCode.has(code)) byCode.set(code, { code, name: (name || code).slice(0, 64) });
  return [...byCode.values()];
}
