import { PRACTICE_CARRIERS } from '../practice/carriers.ts';

/** A carrier of Taobao's list; `pattern` is its rule for waybills as `reg_mail_no`. */
export type VvCarrier = { readonly id: number; readonly code: string; readonly name: string; readonly pattern: string };

/** Codes that differ from those of the other platforms. */
const TAOBAO_CODES: Readonly<Record<string, string>> = { BTWL: 'HTKY', DBKD: 'DBL' };
const ANY_WAYBILL = '^[A-Za-z0-9-]{4,35}$';

export const VV_CARRIERS: readonly VvCarrier[] = [
  ...PRACTICE_CARRIERS.map(({ code, name, shape }, index) => ({
    id: 500 + index,
    code: TAOBAO_CODES[code] ?? code,
    name,
    pattern: shape?.source ?? ANY_WAYBILL,
  })),
  { id: 1, code: 'POST', name: '中国邮政', pattern: ANY_WAYBILL },
];

/** Companies the platform has dropped, and one that only it can book. */
export const DROPPED_CARRIERS: readonly string[] = ['TTKDEX', 'GTO'];
export const ONLINE_ONLY_CARRIERS: readonly string[] = ['QFKD'];
