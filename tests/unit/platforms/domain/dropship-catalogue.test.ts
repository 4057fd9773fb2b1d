import { expect, test } from 'vitest';
import { composeRule } from '../../../../shared/domain/platforms/compose-check.ts';
import { entriesOf, lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import { orderOf, payloadOf } from '../../../support/sample-order.ts';
import { DROPSHIP_CODES as DOCUMENTED } from './documented.ts';

const entries = entriesOf('wechat-dropship');

test('every documented code has exactly one entry, and nothing else claims to be documented', () => {
  const claimed = entries.filter((entry) => entry.source === 'document').map((entry) => entry.code);
  expect(claimed.toSorted()).toEqual(DOCUMENTED.toSorted());
  expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length);
});

/** RELIABILITY 3f, P3. */
const CLASSES: readonly (readonly [codes: string, kind: ReplyClass['kind']])[] = [
  ['-1 100003', 'ambiguous'],
  ['40001 40014 42001', 'token'],
  ['48001 45009 45011 40164 40013 40125 61007', 'account'],
  ['606058 109001 101100 109000 100002 606005', 'look-first'],
  ['606041 606059 40097 47001', 'refused'],
];

test('every code has the class the rules give it', () => {
  const classed = CLASSES.flatMap(([codes]) => codes.split(' '));
  expect(DOCUMENTED.filter((code) => !classed.includes(code))).toEqual([]);
  for (const [codes, kind] of CLASSES)
    for (const code of codes.split(' ')) expect(lookup('wechat-dropship', code)?.replyClass.kind, code).toBe(kind);
});

test('the details of a class are as the rules say', () => {
  const classOf = (code: string) => lookup('wechat-dropship', code)?.replyClass;
  expect(classOf('606058')).toEqual({ kind: 'look-first', otherwise: 'refused' });
  expect(classOf('606041')).toEqual({ kind: 'refused', defect: false, field: 'waybill' });
  expect(classOf('606059')).toEqual({ kind: 'refused', defect: false, field: 'waybill' });
  expect(classOf('109001')).toEqual({ kind: 'look-first', otherwise: 'conflict' });
  for (const code of ['40097', '47001']) expect(classOf(code)).toMatchObject({ defect: true });
});

test('what the page of the shipping call does not print is never taken as proof that nothing happened', () => {
  const sister =
    '100002 100003 101100 108009 109000 109001 109002 606004 606005 606031 606049 6060479 10020115 10020276';
  for (const code of sister.split(' ')) {
    const entry = lookup('wechat-dropship', code);
    expect(entry?.source, code).toBe('common');
    expect(['look-first', 'ambiguous'], code).toContain(entry?.replyClass.kind);
  }
});

test('a supplier’s parcel always goes by courier, and may hold a part of a SKU', () => {
  const order = orderOf([{ quantity: 3 }], { platform: 'wechat-dropship' });
  const part = payloadOf({ whole: false, items: [{ productId: 'P1', skuId: 'S1', quantity: 1 }] });
  expect(composeRule(order, part)).toBeNull();
  expect(composeRule(order, { ...part, deliver: { type: 'none' } })).toBe('courier-needed');
});
