import type { Carrier } from '../../../../shared/domain/carrier.ts';
import type { Account, ReadResult } from '../platform.ts';
import { contentWith } from './content.ts';
import { optionsOf } from './options.ts';
import { incomplete } from './read-failure.ts';
import type { ReadCall } from './read-call.ts';
import { CompaniesSchema } from './schema.ts';
import { editionField } from './wire.ts';

/** A carrier list and the clock of the server that gave it. */
export type CarrierReply = { readonly carriers: readonly Carrier[]; readonly serverTimeMs: number | null };

const MAX_PATTERN = 1_000;

/** Taobao's carriers, each code once, with the platform's own pattern of waybills as a hint where it gives one. */
export async function fetchCarriers(read: ReadCall, account: Account): Promise<ReadResult<CarrierReply>> {
  const fields = [['fields', 'id,code,name,reg_mail_no'], ...editionField(optionsOf(account))] as const;
  const answer = await read(account, '/tool/erps/companies', fields);
  if (!answer.ok) return answer;
  const { json } = answer.value;
  const content = contentWith(json, 'logistics_companies')?.['logistics_companies'] ?? json['data'];
  const parsed = CompaniesSchema.safeParse(content);
  if (!parsed.success || parsed.data.length === 0) return incomplete('logistics_companies');
  const byCode = new Map<string, Carrier>();
  for (const { code, name, reg_mail_no: pattern } of parsed.data) {
    if (byCode.has(code)) continue;
    const hint = pattern !== '' && pattern.length <= MAX_PATTERN ? { waybillPattern: pattern } : {};
    byCode.set(code, { code, name: (name || code).slice(0, 64), ...hint });
  }
  return { ok: true, value: { carriers: [...byCode.values()], serverTimeMs: answer.value.serverTimeMs } };
}
