import type { Carrier } from '../carrier.ts';
import type { PlatformId } from '../platforms/platform-id.ts';
import type { CarrierKey } from './carrier-key.ts';

/** What is known of one company. `codes` are first guesses: a shop's live list is the truth (PLATFORMS 2). */
export type CarrierFacts = {
  readonly key: CarrierKey;
  readonly zh: string;
  readonly en: string;
  /** Parts of the names platforms print. */
  readonly nameParts: readonly string[];
  /** Initials people type for it; only for looking it up in a list, for two companies may share them. */
  readonly initials: readonly string[];
  /** The code to expect on a platform, the likeliest first; absent where nobody has seen one. */
  readonly codes: Partial<Readonly<Record<PlatformId, readonly string[]>>>;
};

type Codes = { readonly wx?: string; readonly mini?: string; readonly dy?: string; readonly tb?: string };

const company = (
  key: CarrierKey,
  [zh, en, ...more]: readonly [zh: string, en: string, ...more: string[]],
  initials: string,
  codes: Codes,
): CarrierFacts => ({
  key,
  zh,
  en,
  nameParts: [zh, ...more],
  initials: initials.split(' '),
  codes: perPlatform(codes),
});

function perPlatform({ wx, mini, dy, tb }: Codes): CarrierFacts['codes'] {
  const list = (codes: string): readonly string[] => codes.split(' ');
  return {
    ...(wx === undefined ? {} : { 'wechat-channels': list(wx), 'wechat-dropship': list(wx) }),
    ...(mini === undefined ? {} : { 'wechat-mini-shop': list(mini) }),
    ...(dy === undefined ? {} : { 'douyin-fengchao': list(dy) }),
    ...(tb === undefined ? {} : { 'vv-tool': list(tb) }),
  };
}

/** Freight branches come before their parents: 中通快运 must not be taken for 中通. */
export const CARRIERS: readonly CarrierFacts[] = [
  company('zto-freight', ['中通快运', 'ZTO Freight'], 'ztky', { wx: 'ZTOKY', dy: 'zhongtongkuaiyun' }),
  company('yunda-freight', ['韵达快运', 'Yunda Freight'], 'ydky', { wx: 'YDKY', dy: 'yundakuaiyun' }),
  company('zto', ['中通', 'ZTO'], 'zt', { wx: 'ZTO', mini: 'ZTO', dy: 'zhongtong', tb: 'ZTO' }),
  company('yto', ['圆通', 'YTO'], 'yt', { wx: 'YTO', mini: 'YTO', dy: 'yuantong', tb: 'YTO' }),
  company('yunda', ['韵达', 'Yunda'], 'yd', { wx: 'YUNDA YD', mini: 'YD', dy: 'yunda', tb: 'YUNDA' }),
  company('jt', ['极兔', 'J&T'], 'jt', { wx: 'JTSD', dy: 'jtexpress' }),
  company('sto', ['申通', 'STO'], 'st', { wx: 'STO', mini: 'STO', dy: 'shentong', tb: 'STO' }),
  company('sf', ['顺丰', 'SF Express'], 'sf', { wx: 'SF', mini: 'SF', dy: 'shunfeng', tb: 'SF' }),
  company('jd', ['京东', 'JD Logistics'], 'jd', { wx: 'JD JDL', mini: 'JD', dy: 'jd', tb: 'JD' }),
  company('ems', ['邮政', 'China Post', 'EMS'], 'yz ems', {
    wx: 'EMS',
    mini: 'EMS',
    dy: 'ems youzhengguonei youzhengbk',
    tb: 'EMS POST POSTB EYB',
  }),
  company('danniao', ['丹鸟', 'Cainiao', '菜鸟'], 'dn cn', { wx: 'CNSD', dy: 'danniao' }),
  company('deppon', ['德邦', 'Deppon'], 'db dbl', {
    wx: 'DBKD',
    mini: 'DBL',
    dy: 'debangkuaidi debangwuliu',
    tb: 'DBL DBKD',
  }),
  company('best', ['百世', 'Best'], 'bs', { wx: 'BTWL', mini: 'HTKY', dy: 'baishiwuliu huitongkuaidi', tb: 'HTKY' }),
  company('zjs', ['宅急送', 'ZJS'], 'zjs', { wx: 'ZJS', mini: 'ZJS', dy: 'zhaijisong', tb: 'ZJS' }),
  company('ucs', ['优速', 'UCS'], 'ys', { dy: 'youshuwuliu', tb: 'UC' }),
  company('ane', ['安能', 'ANE'], 'an', { wx: 'ANEKY', dy: 'annengwuliu' }),
  company('kye', ['跨越', 'KYE'], 'ky', { wx: 'KYSY', dy: 'kuayue' }),
  company('sxjd', ['顺心捷达', 'SXJD'], 'sxjd', { wx: 'SXJD' }),
  company('ymdd', ['壹米滴答', 'YMDD'], 'ymdd', { wx: 'YMDD' }),
  company('xinfeng', ['信丰', 'Xinfeng'], 'xf', { wx: 'XFEX' }),
  company('jishida', ['吉时达', 'Jishida'], 'jsd', { wx: 'JSD' }),
  company('ruijie', ['锐界', 'Ruijie'], 'rj', { wx: 'RJTCSD' }),
];

const BY_CODE: ReadonlyMap<string, CarrierKey> = new Map(
  CARRIERS.flatMap(({ key, codes }) =>
    Object.values(codes).flatMap((list) => list.map((code) => [code, key] as const)),
  ),
);

/** Which company an entry of a shop's list is: by its name first, for codes differ; null for one we do not know. */
export function carrierKeyOf(carrier: Carrier): CarrierKey | null {
  const named = CARRIERS.find(({ nameParts }) => nameParts.some((part) => carrier.name.includes(part)));
  return named?.key ?? BY_CODE.get(carrier.code) ?? null;
}

/**
 * The company a person means by a name or code in any of the usual writings: 中通, 中通快递, ZTO, zto express, zhongtong.
 * Null where none is meant, or one we do not know.
 */
export function carrierKeyNamed(text: string): CarrierKey | null {
  const name = fold(text);
  const latin = BY_WORD.get(name) ?? BY_WORD.get(name.replace(LATIN_ENDING, ''));
  if (latin !== undefined) return latin;
  return CARRIERS.find(({ nameParts }) => nameParts.some((part) => HAN.test(part) && name.includes(part)))?.key ?? null;
}

const HAN = /\p{Script=Han}/u;
const LATIN_ENDING = /(?:express|logistics|kuaidi|sudi|suyun|wuliu)$/;
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s._-]+/g, '')
    .toLowerCase();

/** Codes, keys and English names of every company; where two share a word, the first of the table has it. */
const BY_WORD: ReadonlyMap<string, CarrierKey> = new Map(
  CARRIERS.flatMap(({ key, en, codes }) =>
    [key, en, ...Object.values(codes).flat()].map((word) => [fold(word), key] as const),
  ).toReversed(),
);

/** What a carrier of a shop's list may be looked for by: its name and code, and every name and code of its company. */
export function carrierWords(carrier: Carrier): readonly string[] {
  const key = carrierKeyOf(carrier);
  const company = CARRIERS.find((facts) => facts.key === key);
  const known =
    company === undefined
      ? []
      : [company.en, ...company.nameParts, ...company.initials, ...Object.values(company.codes).flat()];
  return [...new Set([carrier.name, carrier.code, ...known])];
}

/** The code a platform probably uses for a company, before its live list is known; null where nobody has seen one. */
export const firstGuessCode = (platform: PlatformId, key: CarrierKey): string | null =>
  CARRIERS.find((facts) => facts.key === key)?.codes[platform]?.[0] ?? null;

/** True where two codes of one platform mean one company: the platform answers JDL where JD was sent. */
export function sameCompany(platform: PlatformId, code: string, other: string): boolean {
  if (code === other) return true;
  return CARRIERS.some(({ codes }) => {
    const list = codes[platform] ?? [];
    return list.includes(code) && list.includes(other);
  });
}
