import { PRACTICE_CARRIERS } from '../practice/carriers.ts';

/** A company of Douyin's list; `shape` is what its numbers look like, where anybody knows. */
export type Company = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly shape?: RegExp | undefined;
};

/** Douyin's codes by those of the practice carriers. */
const CODES: Readonly<Record<string, string>> = {
  ZTO: 'zhongtong',
  YTO: 'yuantong',
  YUNDA: 'yunda',
  JTSD: 'jtexpress',
  STO: 'shentong',
  SF: 'shunfeng',
  JD: 'jd',
  EMS: 'youzhengguonei',
  CNSD: 'danniao',
  DBKD: 'debangkuaidi',
  ZTOKY: 'zhongtongkuaiyun',
  YDKY: 'yundakuaiyun',
  ANEKY: 'annengwuliu',
  BTWL: 'baishiwuliu',
  KYSY: 'kuayue',
  ZJS: 'zhaijisong',
};

export const COMPANIES: readonly Company[] = PRACTICE_CARRIERS.flatMap(({ code, name, shape }, index) => {
  const douyin = CODES[code];
  return douyin === undefined ? [] : [{ id: index + 1, code: douyin, name, shape }];
});

/** The code for a company that is not on the list. */
export const UNLISTED = 'qita';

/** A parcel's company in Douyin's code, whichever list the parcel was made with. */
export const companyCodeOf = (code: string): string => CODES[code] ?? code;

export const companyName = (code: string): string =>
  COMPANIES.find((company) => company.code === companyCodeOf(code))?.name ?? '其他';
