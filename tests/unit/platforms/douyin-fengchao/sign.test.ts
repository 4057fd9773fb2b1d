import { expect, test } from 'vitest';
import { signedForm, signOf } from '../../../../electron/services/platforms/douyin-fengchao/sign.ts';
import { gatewaySign } from '../../../../electron/training/douyin/gateway-sign.ts';

const DATA = '[{"order_id":"4948795729456854758","company_code":"zhongtong","logistics_code":"75531717195834"}]';
const FIELDS = [
  ['appid', 'A1'],
  ['timestamp', '1657525936'],
  ['seller_nick', 'oms1'],
  ['request_data', DATA],
] as const;

test('the known vector', () => {
  expect(signOf(FIELDS, 'SECRET')).toBe('897ab7bf05a7b01724fe5fa821ddf1be');
  expect(signOf(FIELDS.toReversed(), 'SECRET')).toBe('897ab7bf05a7b01724fe5fa821ddf1be');
  expect(signOf([...FIELDS, ['sign', 'anything']], 'SECRET')).toBe('897ab7bf05a7b01724fe5fa821ddf1be');
});

test('empty values count, and names are put in order by their code units', () => {
  expect(signOf([...FIELDS, ['logistics_code', '']], 'SECRET')).not.toBe('897ab7bf05a7b01724fe5fa821ddf1be');
  expect(
    signOf(
      [
        ['b', '1'],
        ['B', '2'],
        ['a_', '3'],
      ],
      'S',
    ),
  ).toBe(
    gatewaySign(
      new Map([
        ['B', '2'],
        ['a_', '3'],
        ['b', '1'],
      ]),
      'S',
    ),
  );
});

test('what is sent is exactly what was signed, whatever characters it holds', () => {
  const values = ['', ' a+b & c=d ', '100% 顺丰 "引号" \\ \u00e9', '😀[{}]', "*-._~!'()"];
  for (const value of values) {
    const fields = [...FIELDS, ['remark', value]] as const;
    const body = Buffer.from(signedForm(fields, 'SECRET')).toString('utf8');
    expect(body).toMatch(/^[\x21-\x7e]+$/);
    const received = new Map(new URLSearchParams(body));
    expect(received.get('remark')).toBe(value);
    expect(received.get('request_data')).toBe(DATA);
    expect(gatewaySign(received, 'SECRET')).toBe(received.get('sign'));
  }
});
