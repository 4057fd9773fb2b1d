import fc from 'fast-check';
import { isInteger, isSafeNumber, parse } from 'lossless-json';
import { expect, test } from 'vitest';
import { parseExactJson, parseLenientJson } from '../../../shared/kernel/json.ts';

const exactly = (text: string): unknown => {
  const parsed = parseExactJson(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

test('an integer no number can hold stays as it was written, wherever it stands', () => {
  expect(exactly('{"id":3704612345678901233,"list":[-9007199254740993 , 12345678901234567890\n]}')).toEqual({
    id: '3704612345678901233',
    list: ['-9007199254740993', '12345678901234567890'],
  });
  expect(exactly('9007199254740993')).toBe('9007199254740993');
});

test('the largest safe integers, fractions and exponents are numbers', () => {
  expect(exactly('[9007199254740991,-9007199254740991,9007199254740992,1234567890123456]')).toEqual([
    9007199254740991,
    -9007199254740991,
    '9007199254740992',
    1234567890123456,
  ]);
  const others = ['0.12345678901234567890', '12345678901234567890.5', '12345678901234567890e2', '1E-9007199254740993'];
  expect(exactly(`[${others.join(',')}]`)).toEqual(others.map(Number));
});

test('digits inside a string are left alone, behind any run of backslashes', () => {
  const words = ['a "12345678901234567890', '\\', '\\"12345678901234567890\\', ':12345678901234567890,', '\\\\"'];
  for (const word of words) expect(exactly(JSON.stringify({ [word]: [word, 1] }))).toEqual({ [word]: [word, 1] });
});

test.each([
  '{12345678901234567890:1}',
  '{"a":1, 12345678901234567890 : 2}',
  '[012345678901234567890]',
  '[1 12345678901234567890]',
  '[.12345678901234567890]',
  '[+12345678901234567890]',
  '[--12345678901234567890]',
  '"12345678901234567890',
  '"a\\"',
  '{"a":12345678901234567890a}',
  '',
])('%j is not JSON, also with an integer that would be quoted', (text) => {
  expect(parseExactJson(text).ok).toBe(false);
});

test('a key given twice with two values is refused, with the same value it is not', () => {
  expect(parseExactJson('{"errcode":0,"order":{"id":1,"id":2}}').ok).toBe(false);
  expect(parseExactJson('{"id":3704612345678901233,"id":3704612345678901234}').ok).toBe(false);
  expect(exactly('{"id":3704612345678901233,"id":3704612345678901233}')).toEqual({ id: '3704612345678901233' });
});

test('a key named __proto__ is a key', () => {
  const value = exactly('{"__proto__":{"isAdmin":true}}') as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect('isAdmin' in value).toBe(false);
});

test('a key with an escape is read right behind one V8 takes it for', () => {
  exactly('{"h":[],"\\\\":0}');
  expect(exactly('{"h":1,"\\"":2}')).toEqual({ h: 1, '"': 2 });
});

test('nesting no stack can hold is refused, not thrown', () => {
  expect(parseExactJson(`${'['.repeat(200_000)}1${']'.repeat(200_000)}`).ok).toBe(false);
});

test('one trailing comma and a byte order mark are read, with exact ids', () => {
  expect(parseLenientJson('\uFEFF{"id":3704612345678901233,}')).toEqual({
    ok: true,
    value: { id: '3704612345678901233' },
  });
});

test('for any text, sound or broken, the answer is that of lossless-json', () => {
  fc.assert(
    fc.property(document(), cut(), (sound, { at, gone, put }) => {
      for (const text of [
        sound,
        sound.slice(0, at % (sound.length + 1)) + put + sound.slice((at % (sound.length + 1)) + gone),
      ])
        expect(answerOf(text, exactly)).toStrictEqual(answerOf(text, slowly));
    }),
    { numRuns: 1_500 },
  );
});

const slowly = (text: string): unknown =>
  parse(text, undefined, (digits) => (isInteger(digits) && !isSafeNumber(digits) ? digits : Number(digits)));

function answerOf(text: string, read: (text: string) => unknown): unknown {
  try {
    return { value: read(text) };
  } catch {
    return 'refused';
  }
}

/** JSON texts with blanks between, ids of many lengths, digits and quotes inside strings, keys that come again. */
function document(): fc.Arbitrary<string> {
  const blank = fc.constantFrom('', '', '', ' ', '\n', '\t ');
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 22 });
  const whole = fc.tuple(fc.constantFrom('', '-'), digits).map(([sign, all]) => sign + (all.replace(/^0+/, '') || '0'));
  const rest = fc.constantFrom('', '', '', '', '.5', '.12345678901234567890', 'e3', 'E-20', '.0e+1');
  const number = fc.tuple(whole, rest).map((parts) => parts.join(''));
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', '\\', ':', ',', '9', '1234567890123456', '红', '{', '}'), maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const string = word.map((text) => JSON.stringify(text));
  const key = fc.oneof(fc.constantFrom('"id"', '"id"', '"__proto__"'), string);
  const { value } = fc.letrec<{ value: string }>((tie) => {
    const each = fc.tuple(blank, tie('value'), blank).map((parts) => parts.join(''));
    const pair = fc.tuple(blank, key, blank, each).map(([before, name, after, of]) => `${before}${name}${after}:${of}`);
    return {
      value: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        fc.oneof(number, string, fc.constantFrom('true', 'false', 'null')),
        fc.array(each, { maxLength: 4 }).map((all) => `[${all.join(',')}]`),
        fc.array(pair, { maxLength: 4 }).map((all) => `{${all.join(',')}}`),
      ),
    };
  });
  return value;
}

/** A place in a text, what goes there and what comes in its stead. */
const cut = (): fc.Arbitrary<{ readonly at: number; readonly gone: number; readonly put: string }> =>
  fc.record({
    at: fc.nat({ max: 200 }),
    gone: fc.nat({ max: 3 }),
    put: fc.constantFrom('', '"', '\\', '12345678901234567890', '-', '{', ',', ':', '.', 'e', ' ', '0'),
  });
