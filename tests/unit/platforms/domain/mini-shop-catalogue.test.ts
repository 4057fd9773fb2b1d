import { expect, test } from 'vitest';
import { entriesOf, lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import { MINI_SHOP_CODES as DOCUMENTED } from './documented.ts';

const entries = entriesOf('wechat-mini-shop');

test('every documented code has exactly one entry, and nothing else claims to be documented', () => {
  const claimed = entries.filter((entry) => entry.source === 'document').map((entry) => entry.code);
  expect(claimed.toSorted()).toEqual(DOCUMENTED.toSorted());
  expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length);
});

/** RELIABILITY 3f, P0. */
const CLASSES: readonly (readonly [codes: string, kind: ReplyClass['kind']])[] = [
  ['-1', 'ambiguous'],
  ['100003', 'retry'],
  ['-2 40001 40014 42001', 'token'],
  ['48001 45009 45011 40164 40013 40125 50001', 'account'],
  ['109001 101100 109000', 'look-first'],
  ['108009', 'business'],
  ['100002 109205 109002 800001 40097 47001', 'refused'],
];

test('every code has the class the rules give it', () => {
  const classed = CLASSES.flatMap(([codes]) => codes.split(' '));
  expect(DOCUMENTED.filter((code) => !classed.includes(code))).toEqual([]);
  for (const [codes, kind] of CLASSES)
    for (const code of codes.split(' ')) expect(lookup('wechat-mini-shop', code)?.replyClass.kind, code).toBe(kind);
});

test('the details of a class are as the rules say', () => {
  const classOf = (code: string) => lookup('wechat-mini-shop', code)?.replyClass;
  expect(classOf('100003')).toEqual({ kind: 'retry', minWaitMs: 5_000, maxTries: 8 });
  expect(classOf('108009')).toEqual({ kind: 'business', stopBox: true, recheckMs: 1_800_000 });
  expect(classOf('109001')).toEqual({ kind: 'look-first', otherwise: 'conflict' });
  expect(classOf('101100')).toEqual({ kind: 'look-first', otherwise: 'refused' });
  for (const code of ['109002', '800001']) expect(classOf(code)).toMatchObject({ defect: true, field: 'items' });
  expect(classOf('109205')).toEqual({ kind: 'refused', defect: false, field: 'channel' });
});

test('codes only the sister shop has are unknown here', () => {
  for (const code of ['606005', '606049', '268545009', '0']) expect(lookup('wechat-mini-shop', code)).toBeNull();
});
