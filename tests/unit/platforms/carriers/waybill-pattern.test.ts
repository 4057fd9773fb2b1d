import { expect, test } from 'vitest';
import { carrierByName, unlistedNameMax } from '../../../../shared/domain/carriers/unlisted-carrier.ts';
import { fitsPattern } from '../../../../shared/domain/carriers/waybill-pattern.ts';
import { PLATFORMS } from '../../../../shared/domain/platforms/platform-list.ts';

const ZTO = { code: 'ZTO', name: '中通快递' };

test('a platform’s pattern tells numbers of a carrier from others, and no pattern bars nothing', () => {
  const pattern = { waybillPattern: '^7[0-9]{13}$|^[A-Z]{2}[0-9]{9}$' };
  expect(fitsPattern(pattern, '75531717195834')).toBe(true);
  expect(fitsPattern(pattern, 'ab123456789')).toBe(true);
  expect(fitsPattern(pattern, 'SF1234567890123')).toBe(false);
  expect(fitsPattern({}, 'SF1234567890123')).toBe(true);
});

test.each(['(a+)+$', '([0-9]*)*x', '^(\\d+)\\1$', '(?<=a)b', '[0-9]*[0-9]*[0-9]*[0-9]*x', '[unclosed'])(
  'a pattern that could take for ever, or is none, bars nothing: %s',
  (waybillPattern) => {
    expect(fitsPattern({ waybillPattern }, '1'.repeat(40))).toBe(true);
  },
);

test('an unlisted carrier goes by its name where the platform takes one, up to its length', () => {
  const vv = PLATFORMS['vv-tool'];
  expect(unlistedNameMax(vv)).toBe(20);
  expect(carrierByName(vv, [ZTO], ' 同城快跑 ')).toEqual({ code: 'other', name: '同城快跑' });
  expect(carrierByName(vv, [ZTO], '字'.repeat(20))?.name).toHaveLength(20);
  expect(carrierByName(vv, [ZTO], '字'.repeat(21))).toBeNull();
  expect(carrierByName(vv, [ZTO], '  ')).toBeNull();
  expect(carrierByName(vv, [ZTO], 'a\u202Eb')).toBeNull();
  expect(carrierByName(vv, [ZTO], '中通快递')).toEqual(ZTO);
});

test('a platform with a code of its own for them is given that code, and one without either takes listed ones only', () => {
  expect(carrierByName(PLATFORMS['douyin-fengchao'], [ZTO], '同城快跑')).toEqual({ code: 'qita', name: '同城快跑' });
  expect(unlistedNameMax(PLATFORMS['wechat-dropship'])).toBeNull();
  expect(carrierByName(PLATFORMS['wechat-dropship'], [ZTO], '同城快跑')).toBeNull();
  expect(carrierByName(PLATFORMS['wechat-dropship'], [ZTO], '中通快递')).toEqual(ZTO);
});
