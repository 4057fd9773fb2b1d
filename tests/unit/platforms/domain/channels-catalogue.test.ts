import { expect, test } from 'vitest';
import { entriesOf, lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import type { ReplyClass } from '../../../../shared/domain/platforms/reply-class.ts';
import { CHANNELS_CODES as DOCUMENTED } from './documented.ts';

/** The family's common codes that shipping and token calls can meet. */
const COMMON = [
  '-1 40001 40014 42001 40002 40013 40125 41001 41002 41004 40164 45035 61004 45009 45011 48004 50001 61007 50002',
  '10080000 10080001 43002 43003 44002 89503',
].flatMap((line) => line.split(' '));

const entries = entriesOf('wechat-channels');

test('every documented code has exactly one entry, and nothing else claims to be documented', () => {
  const claimed = entries.filter((entry) => entry.source === 'document').map((entry) => entry.code);
  expect(DOCUMENTED).toHaveLength(46);
  expect([...claimed].sort()).toEqual([...DOCUMENTED].sort());
});

test('every common code has exactly one entry', () => {
  const present = COMMON.filter((code) => lookup('wechat-channels', code) !== null);
  expect(present).toEqual(COMMON);
  expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length);
});

test('a code nobody has documented is unknown, on every platform', () => {
  expect(lookup('wechat-channels', '9909001')).toBeNull();
  expect(lookup('wechat-channels', '0')).toBeNull();
  expect(lookup('vv-tool', '606005')).toBeNull();
});

/** RELIABILITY 3f, P0 and P1. */
const CLASSES: readonly (readonly [codes: string, kind: ReplyClass['kind']])[] = [
  ['-1', 'ambiguous'],
  ['100003 268545009', 'retry'],
  ['40001 40014 42001', 'token'],
  ['48001 45009 45011 40164 45035 61004 40013 40125 50001', 'account'],
  ['109001 101100 109000', 'look-first'],
  ['108009 606049 10020115 10020276', 'business'],
  ['606003 606034 606045 606046', 'shop-setup'],
  ['100002 109205 606004 606005 6060479 606008 606031 606036 606037 606038 606048 606051 606060 606061', 'refused'],
  ['268545000 268545001 268545002 268545003 268545004 268545005 268545006 268545007 268545008', 'refused'],
  ['268545012 268545013 268545014 268545015 40097 47001 109002', 'refused'],
  ['268545010 268545011', 'conflict'],
];

test('every documented code has the class the rules give it', () => {
  const classed = CLASSES.flatMap(([codes]) => codes.split(' '));
  expect(DOCUMENTED.filter((code) => !classed.includes(code))).toEqual([]);
  for (const [codes, kind] of CLASSES)
    for (const code of codes.split(' ')) expect(lookup('wechat-channels', code)?.replyClass.kind, code).toBe(kind);
});

test('the details of a class are as the rules say', () => {
  const classOf = (code: string) => lookup('wechat-channels', code)?.replyClass;
  expect(classOf('100003')).toEqual({ kind: 'retry', minWaitMs: 5_000, maxTries: 8 });
  expect(classOf('268545009')).toEqual({ kind: 'retry', minWaitMs: 5_000, maxTries: 3 });
  expect(classOf('109001')).toEqual({ kind: 'look-first', otherwise: 'conflict' });
  expect(classOf('109000')).toEqual({ kind: 'look-first', otherwise: 'refused' });
  expect(classOf('108009')).toEqual({ kind: 'business', stopBox: true, recheckMs: 1_800_000 });
  expect(classOf('606005')).toEqual({ kind: 'refused', defect: false, field: 'waybill' });
  for (const code of ['40097', '47001', '109002']) expect(classOf(code)).toMatchObject({ defect: true });
  for (const code of ['40164', '45035', '61004', 'http-403'])
    expect(classOf(code)).toEqual({ kind: 'account', cause: 'ip' });
});

test('a parcel that must not leave is never told to ship', () => {
  const toShip = entries.filter((entry) => entry.box === 'ship');
  expect(toShip.map((entry) => entry.replyClass.kind)).toEqual(toShip.map(() => 'retry'));
  const stopped = entries.filter((entry) => entry.replyClass.kind === 'business');
  expect(stopped.length).toBeGreaterThan(3);
  expect(stopped.map((entry) => entry.box)).toEqual(stopped.map(() => 'keep'));
});
