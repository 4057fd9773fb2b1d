import { expect, test } from 'vitest';
import { entriesOf, lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import { gatewayKey, itemKey } from '../../../../shared/domain/platforms/douyin-fengchao/reply-key.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import { NUMBERS, PAGE_TEXTS } from './documented.ts';

const entries = entriesOf('douyin-fengchao');
const numbers = NUMBERS.flatMap(([, list]) => list.split(' '));
const classOf = (key: string): ReplyClass | undefined => lookup('douyin-fengchao', key)?.replyClass;
const keyOf = (text: string, code = '1', subCode = ''): string => itemKey({ code, subCode, text });

test('every documented text and number has exactly one entry', () => {
  const textKeys = PAGE_TEXTS.map((text) => keyOf(text));
  const keys = [...textKeys, ...numbers];
  const covered = keys.filter((key) => lookup('douyin-fengchao', key) !== null);
  expect(covered).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  const all = entries.map((entry) => entry.key ?? entry.code);
  expect(new Set(all).size).toBe(all.length);
  expect(
    entries
      .filter((entry) => entry.source === 'document')
      .map((entry) => entry.key ?? '')
      .sort(),
  ).toEqual([...textKeys].sort());
  expect(lookup('douyin-fengchao', '0')).toBeNull();
});

test.each(numbers)('%s is found however the gateway hands it on', (number) => {
  expect(keyOf(`${number}:平台的话`)).toBe(number);
  expect(keyOf(`${number}：平台的话`)).toBe(number);
  expect(keyOf('平台的话', '1', number)).toBe(number);
  expect(keyOf('平台的话', '1', `isv.business-failed:${number}`)).toBe(number);
  expect(keyOf(`业务处理失败 isv.business-failed:${number}`, '40004')).toBe(number);
  expect(keyOf('平台的话', number)).toBe(number);
});

test('the page’s texts are known whatever marks, blanks and width are around them', () => {
  expect(keyOf('该订单当前为"部分发货"状态,无法调用此接口')).toBe('text:part-shipped');
  expect(keyOf('订单 69001 存在处理中流程，请勿同时重复请求！')).toBe('text:in-process');
  expect(keyOf('发货订单中有退款申请需要处理，请先处理。')).toBe('text:refund-pending');
  expect(keyOf('60040:发货订单中有退款申请需要处理')).toBe('60040');
});

test('what nobody has listed, or says two things, is not guessed', () => {
  expect(keyOf('今天天气不好', '7')).toBe('7');
  expect(classOf(keyOf('今天天气不好', '7'))).toBeUndefined();
  expect(classOf(keyOf('60199:新的错误'))).toBeUndefined();
  expect(classOf(keyOf('60110:已发货', '1', '60021'))).toBeUndefined();
  expect(classOf(keyOf('60110:已发货', '60021', '60021'))).toBeUndefined();
  expect(classOf(keyOf('存在处理中流程，部分发货'))).toBeUndefined();
  expect(keyOf('订单号 6918490006302719314 已发货', '5')).toBe('5');
});

/** RELIABILITY 3f, P2, and the careful reading of what the page leaves open. */
const KINDS: Readonly<Record<string, ReplyClass['kind']>> = {
  already: 'look-first',
  'in process': 'ambiguous',
  busy: 'retry',
  system: 'ambiguous',
  risk: 'business',
  'number or carrier': 'refused',
  refund: 'business',
  never: 'refused',
  shop: 'shop-setup',
  batch: 'refused',
};

test('each kind of number has the class the rules give it', () => {
  for (const [kind, list] of NUMBERS)
    for (const number of list.split(' ')) {
      const wanted = KINDS[kind];
      if (wanted !== undefined) expect(classOf(number)?.kind, number).toBe(wanted);
    }
  expect(classOf('text:in-process')).toEqual({ kind: 'ambiguous' });
  expect(classOf('text:part-shipped')).toMatchObject({ kind: 'refused', field: 'items' });
  expect(classOf('text:refund-pending')).toMatchObject({ kind: 'business', stopBox: true });
  expect(classOf('60109')).toMatchObject({ stopBox: true });
  expect(classOf('60062')).toMatchObject({ kind: 'refused', field: 'serial-number' });
  expect(classOf('60047')).toMatchObject({ kind: 'look-first' });
  expect(classOf('60051')).toEqual({ kind: 'retry', minWaitMs: 5_000, maxTries: 3 });
  expect(classOf('60106')).toEqual({ kind: 'retry', minWaitMs: 5_000, maxTries: 8 });
});

test('the gateway’s own refusals are told by listed sentences only', () => {
  expect(gatewayKey('签名错误')).toBe('gateway:signature');
  expect(gatewayKey('Invalid Sign')).toBe('gateway:signature');
  expect(gatewayKey('时间戳过期')).toBe('gateway:clock');
  expect(gatewayKey('店铺未授权')).toBe('gateway:grant');
  expect(gatewayKey('参数错误')).toBe('gateway:parameter');
  expect(gatewayKey('调用次数不足')).toBe('gateway:quota');
  expect(gatewayKey('发货失败')).toBeNull();
  expect(gatewayKey('签名错误，时间戳过期')).toBeNull();
  expect(gatewayKey('')).toBeNull();
  expect(classOf('gateway:clock')).toEqual({ kind: 'account', cause: 'clock' });
  expect(classOf('gateway:signature')).toEqual({ kind: 'account', cause: 'credentials' });
});
