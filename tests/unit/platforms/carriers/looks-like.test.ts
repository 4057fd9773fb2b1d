import { expect, test } from 'vitest';
import { looksLike } from '../../../../shared/domain/carriers/looks-like.ts';

const ZTO = { code: 'ZTO', name: '中通快递' };

test('a number is doubted where no shape of the company fits it', () => {
  expect(looksLike(ZTO, '75531717195834')).toBe(true);
  expect(looksLike(ZTO, 'YT8712345675717')).toBe(false);
  expect(looksLike({ code: 'yuantong', name: '圆通速递' }, 'yt8712345675717')).toBe(true);
});

test('the platform’s own pattern decides where it gives one', () => {
  expect(looksLike({ ...ZTO, waybillPattern: '^99[0-9]{12}$' }, '75531717195834')).toBe(false);
  expect(looksLike({ ...ZTO, waybillPattern: '^[A-Z0-9]{4,35}$' }, 'YT8712345675717')).toBe(true);
});

test('a carrier nothing is known of is never doubted', () => {
  expect(looksLike({ code: 'TC', name: '同城快跑' }, 'ANY-NUMBER-1')).toBe(true);
});
