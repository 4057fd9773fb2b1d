import { expect, test } from 'vitest';
import { entriesOf, lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import { replyKey } from '../../../../shared/domain/platforms/vv-tool/reply-key.ts';
import { DOCUMENTED_CODES, DOCUMENTED_TEXTS } from './documented.ts';

const entries = entriesOf('vv-tool');
const documented = entries.filter((entry) => entry.source === 'document');
const textEntries = entries.filter((entry) => entry.code === '614' && entry.source === 'document');
const unique = [...new Set(DOCUMENTED_TEXTS)];
const classOf = (key: string): ReplyClass | undefined => lookup('vv-tool', key)?.replyClass;

test('every documented code and every documented text of 614 has exactly one entry, and nothing else claims to', () => {
  const rows = DOCUMENTED_CODES.filter(([code]) => code !== '0');
  const keys = rows.map(([code, description]) => replyKey(code, description));
  const textKeys = unique.map((text) => replyKey('614', text));
  expect(DOCUMENTED_CODES).toHaveLength(12);
  expect(DOCUMENTED_TEXTS).toHaveLength(48);
  expect(unique).toHaveLength(47);
  expect(new Set([...keys, ...textKeys]).size).toBe(11 + 47);
  expect(documented.map((entry) => entry.key ?? entry.code).sort()).toEqual([...keys, ...textKeys].sort());
});

test('each phrase is held by one documented text only, and each text by one phrase', () => {
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  for (const text of unique) {
    const holding = textEntries.filter(({ phrase = '' }) => plain(text).includes(plain(phrase)));
    expect(
      holding.map((entry) => entry.key),
      text,
    ).toHaveLength(1);
  }
});

test('a text is known whatever blanks, width or code the platform puts around it', () => {
  expect(replyKey('614', 'B04:没有用户ID')).toBe('614:no-user');
  expect(replyKey('614', ' 物流公司名称过长，长度在20个字符 ')).toBe('614:carrier-name-long');
  expect(replyKey('614', '订单已经被拆单，ｉｓＳｐｌｉｔ必须是１')).toBe('614:split-flag-needed');
  expect(replyKey('204', '请求异常：API调用次数不足，请前往网站兑换次数。')).toBe('204:quota');
});

test('a text nobody has listed, or that fits two entries, is not guessed', () => {
  expect(replyKey('614', '今天天气不好')).toBe('614');
  expect(replyKey('614', '')).toBe('614');
  expect(replyKey('614', '已生成发货单，运单号被识别为假')).toBe('614');
  expect(replyKey('204', '请求异常')).toBe('204');
  expect(classOf('614')).toEqual({ kind: 'ambiguous' });
  expect(classOf('204')).toEqual({ kind: 'account', cause: 'permission' });
  expect(lookup('vv-tool', '615')).toBeNull();
  expect(lookup('vv-tool', '0')).toBeNull();
});

test('an isv error is never tried again, and a known cause behind it keeps its own class', () => {
  expect(replyKey('614', 'isv.logistics-offline-service-error:CD99')).toBe('614:isv');
  expect(replyKey('614', 'isv.logistics-offline-service-error 系统异常')).toBe('614:isv');
  expect(replyKey('614', 'isv.logistics-offline-service-error:B04 已生成发货单')).toBe('614:already-created');
  expect(replyKey('614', 'misv.notours')).toBe('614');
  expect(replyKey('101', 'isv.whatever')).toBe('101');
  expect(classOf('614:isv')).toMatchObject({ kind: 'refused' });
});

/** RELIABILITY 3f, P4. */
const CLASSES: readonly (readonly [keys: string, kind: ReplyClass['kind']])[] = [
  ['101 200 202', 'ambiguous'],
  ['401', 'token'],
  ['204:permission 204:quota 302 614:no-user', 'account'],
  ['100 103 203 404', 'refused'],
  ['614:already-created 614:not-new 614:closed 614:order-state 614:trade-state', 'look-first'],
  ['614:waybill-rule-or-used 614:waybill-used-not-genuine 614:waybill-used', 'look-first'],
  ['614:no-right 614:order-missing 614:nick', 'look-first'],
  ['614:system-error 614:ship-error 614:split-error', 'ambiguous'],
  ['614:esubao-not-ordered 614:address-unknown', 'shop-setup'],
  ['614:split-both-or-neither 614:split-children-empty 614:split-needs-children 614:split-needed', 'refused'],
  ['614:split-fields-needed 614:split-flag-needed 614:split-not-allowed 614:split-children-mismatch', 'refused'],
  ['614:split-check 614:split-barred 614:kind-mismatch 614:order-count 614:not-by-this-call', 'refused'],
  ['614:waybill-fake 614:waybill-expired 614:waybill-before-payment 614:waybill-other-address', 'refused'],
  ['614:carrier-missing 614:carrier-name-long 614:carrier-not-own 614:carrier-unknown', 'refused'],
  ['614:carrier-unsupported 614:esubao-out-of-range 614:receiver-is-sender', 'refused'],
  ['614:waybill-missing 614:parameter-invalid 614:parameter-empty 614:feature-format', 'refused'],
  ['614:order-not-found 614:trade-not-found', 'refused'],
];

test('every documented entry has the class the rules give it', () => {
  const classed = CLASSES.flatMap(([keys, kind]) => keys.split(' ').map((key) => [key, kind] as const));
  expect(classed.map(([key]) => key).sort()).toEqual(documented.map((entry) => entry.key ?? entry.code).sort());
  for (const [key, kind] of classed) expect(classOf(key)?.kind, key).toBe(kind);
});

test('the details of a class are as the rules say', () => {
  expect(classOf('204:quota')).toEqual({ kind: 'account', cause: 'quota' });
  expect(classOf('302')).toEqual({ kind: 'account', cause: 'permission' });
  expect(classOf('614:already-created')).toEqual({ kind: 'look-first', otherwise: 'conflict' });
  expect(classOf('614:waybill-used')).toEqual({ kind: 'look-first', otherwise: 'refused' });
  for (const key of ['100', '103', '203', '404', '614:parameter-empty', '614:feature-format'])
    expect(classOf(key)).toMatchObject({ defect: true });
});

test('no answer of this platform is repeated by itself but a limit of calls', () => {
  expect(entries.filter((entry) => entry.replyClass.kind === 'retry').map((entry) => entry.code)).toEqual(['http-429']);
});

test('a parcel is told to leave only where nothing was applied and it goes again by itself', () => {
  const toShip = entries.filter((entry) => entry.box === 'ship').map((entry) => entry.code);
  expect(toShip.sort()).toEqual(['401', 'http-429']);
});
