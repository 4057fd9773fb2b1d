import { describe, expect, test } from 'vitest';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import {
  CARRIERS,
  carrierKeyOf,
  firstGuessCode,
  sameCompany,
} from '../../../../shared/domain/carriers/carrier-table.ts';
import { guessCarriers } from '../../../../shared/domain/carriers/guess-carriers.ts';
import { WAYBILL_SHAPES } from '../../../../shared/domain/carriers/waybill-shapes.ts';

const channelsList: readonly Carrier[] = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'YTO', name: '圆通速递' },
  { code: 'YUNDA', name: '韵达快递' },
  { code: 'JTSD', name: '极兔速递' },
  { code: 'STO', name: '申通快递' },
  { code: 'SF', name: '顺丰速运' },
  { code: 'JD', name: '京东快递' },
  { code: 'EMS', name: '中国邮政' },
  { code: 'CNSD', name: '菜鸟速递(丹鸟)' },
  { code: 'DBKD', name: '德邦快递' },
  { code: 'ZTOKY', name: '中通快运' },
  { code: 'KYSY', name: '跨越速运' },
];
const codes = (waybill: string, list = channelsList) => guessCarriers(waybill, list).map((carrier) => carrier.code);

describe('a waybill seen in the wild names its carrier', () => {
  test.each([
    ['SF3125619415852', 'SF'],
    ['75531717195834', 'ZTO'],
    ['YT5779383891732', 'YTO'],
    ['777305979275708', 'STO'],
    ['463431409940372', 'YUNDA'],
    ['JT0006968326954', 'JTSD'],
    ['JDVA46783539436', 'JD'],
    ['1207119765021', 'EMS'],
    ['DPK202252612836', 'DBKD'],
    ['621000000000001', 'CNSD'],
    ['EA123456789CN', 'EMS'],
  ])('%s is %s', (waybill, code) => {
    expect(codes(waybill)).toEqual([code]);
  });
});

test('blanks, lower case and full-width digits do not matter', () => {
  expect(codes(' yt57793 83891732')).toEqual(['YTO']);
  expect(codes('７５５３１７１７１９５８３４')).toEqual(['ZTO']);
});

test('a number that fits two carriers offers both, the commoner first', () => {
  expect(codes('431234567890123')).toEqual(['YUNDA', 'STO']);
});

test('older shapes are asked only where no shape of today fits', () => {
  expect(codes('268812345678')).toEqual(['ZTO', 'STO', 'SF', 'ZTOKY']);
});

test('a carrier that is not on the shop’s list is never offered, nor a wrong one in its place', () => {
  expect(codes('JT0006968326954', [{ code: 'SF', name: '顺丰速运' }])).toEqual([]);
  expect(codes('75531717195834', [])).toEqual([]);
});

test('a goods barcode is never a waybill', () => {
  expect(codes('6901234567892')).toEqual([]);
});

test('what fits no shape gives no guess', () => {
  expect(codes('ABC')).toEqual([]);
  expect(codes('WXYZ-000-111')).toEqual([]);
});

test('an entry is known by its name first, then by its code on any platform', () => {
  expect(carrierKeyOf({ code: 'YD', name: '韵达速递' })).toBe('yunda');
  expect(carrierKeyOf({ code: 'YD', name: 'Y' })).toBe('yunda');
  expect(carrierKeyOf({ code: 'ZTOKY', name: '中通快运' })).toBe('zto-freight');
  expect(carrierKeyOf({ code: 'debangkuaidi', name: '' })).toBe('deppon');
  expect(carrierKeyOf({ code: 'SXJD', name: '顺心捷达' })).toBe('sxjd');
  expect(carrierKeyOf({ code: 'XX', name: '某某快递' })).toBeNull();
});

test('first guesses differ by platform and are absent where nobody has seen one', () => {
  expect(firstGuessCode('wechat-channels', 'yunda')).toBe('YUNDA');
  expect(firstGuessCode('wechat-mini-shop', 'yunda')).toBe('YD');
  expect(firstGuessCode('douyin-fengchao', 'yunda')).toBe('yunda');
  expect(firstGuessCode('wechat-channels', 'ucs')).toBeNull();
});

test('a platform that answers another code for the same company is understood', () => {
  expect(sameCompany('wechat-channels', 'JD', 'JDL')).toBe(true);
  expect(sameCompany('wechat-channels', 'OTHER', 'OTHER')).toBe(true);
  expect(sameCompany('wechat-channels', 'ZTO', 'ZTOKY')).toBe(false);
});

test('no code of one platform stands for two companies, and every shape has a company', () => {
  const seen = CARRIERS.flatMap(({ codes: lists }) =>
    Object.entries(lists).flatMap(([platform, list]) => list.map((code) => `${platform} ${code}`)),
  );
  expect(new Set(seen).size).toBe(seen.length);
  const keys = CARRIERS.map((facts) => facts.key);
  expect(WAYBILL_SHAPES.filter((shape) => !keys.includes(shape.key))).toEqual([]);
});
