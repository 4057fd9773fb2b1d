import { z } from 'zod';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { ExactJson } from '../../../../shared/kernel/json.ts';
import type { Account, CarrierReply, ReadResult } from '../platform.ts';
import { contentWith } from './content.ts';
import { optionsOf } from './options.ts';
import { incomplete } from '../http/read-failure.ts';
import type { ReadCall } from './read-call.ts';
import { CompaniesSchema } from './schema.ts';
import { editionField } from './wire.ts';

const MAX_PATTERN = 1_000;

/** Taobao's carriers, each code once, with the platform's own pattern of waybills as a hint where it gives one. */
export async function fetchCarriers(read: ReadCall, account: Account): Promise<ReadResult<CarrierReply>> {
  const fields = [['fields', 'id,code,name,reg_mail_no'], ...editionField(optionsOf(account))] as const;
  const answer = await read(account, '/tool/erps/companies', fields);
  if (!answer.ok) return answer;
  const { json: raw, serverTimeMs } = answer.value;
  const carriers = carriersIn(raw);
  return carriers === null ? incomplete('logistics_companies') : { ok: true, value: { carriers, raw, serverTimeMs } };
}

const AnswerSchema = z.record(z.string(), z.custom<ExactJson>());

/** The carriers of an answer; null where it names none. */
export function carriersIn(raw: ExactJson): readonly Carrier[] | null {
  const answer = AnswerSchema.safeParse(raw);
  if (!answer.success) return null;
  const content = contentWith(answer.data, 'logistics_companies')?.['logistics_companies'] ?? answer.data['data'];
  const parsed = CompaniesSchema.safeParse(content);
  if (!parsed.success || parsed.data.length === 0) return null;
  const byCode = new Map<string, Carrier>();
  for (const { code, name, reg_mail_no: pattern } of parsed.data) {
    if (byCode.has(code)) continue;
    const hint = pattern !== '' && pattern.length <= MAX_PATTERN ? { waybillPattern: pattern } : {};
    byCode.set(code, { code, name: (name || code).slice(0, 64), ...hint });
  }
  return [...byCode.values()];
}
