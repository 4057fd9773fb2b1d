import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capturedCodes } from '../../../../shared/domain/platforms/vv-tool/captured-codes.ts';
import {
  isFeatureCode,
  readFeature,
  writeFeature,
  type Feature,
} from '../../../../shared/domain/platforms/vv-tool/feature.ts';

const none: Feature = { identCodes: [], machineCodes: [], retailStore: null };

test('the document’s own samples are written and read', () => {
  const sample: Feature = {
    ...none,
    identCodes: [
      { childOrderId: '1', codes: ['aaa', 'bbb'] },
      { childOrderId: '2', codes: ['ccc'] },
    ],
    machineCodes: [{ childOrderId: '3', codes: ['A3C', 'B3C'] }],
  };
  const text = 'identCode=1:aaa,bbb|2:ccc;machineCode=3:A3C,B3C';
  expect(writeFeature(sample)).toEqual({ ok: true, value: text });
  expect(readFeature(text)).toEqual({ ok: true, value: sample });
  expect(writeFeature({ ...none, identCodes: [{ childOrderId: '7', codes: ['12345', '67890'] }] })).toEqual({
    ok: true,
    value: 'identCode=7:12345,67890',
  });
  expect(writeFeature({ ...none, retailStore: { id: '12345', type: 'STORE' } })).toEqual({
    ok: true,
    value: 'retailStoreId=12345;retailStoreType=STORE',
  });
});

test('nothing to say is an empty text', () => {
  expect(writeFeature(none)).toEqual({ ok: true, value: '' });
  expect(readFeature('')).toEqual({ ok: true, value: none });
});

const code = fc.stringMatching(/^[!-+\-./0-9<>-{}~]{1,20}$/).filter(isFeatureCode);
const children = fc.uniqueArray(
  fc.record({
    childOrderId: fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }).map(String),
    codes: fc.array(code, { minLength: 1, maxLength: 5 }),
  }),
  { selector: (child) => child.childOrderId, maxLength: 5 },
);
const feature = fc.record({
  identCodes: children,
  machineCodes: children,
  retailStore: fc.option(
    fc.record({
      id: fc.oneof(code, fc.stringMatching(/^[一-龥]{1,10}$/)),
      type: fc.constantFrom('STORE' as const, 'WAREHOUSE' as const),
    }),
    { nil: null },
  ),
});

test('what is written is read back the same, and written again the same', () => {
  fc.assert(
    fc.property(feature, (value) => {
      const written = writeFeature(value);
      if (!written.ok) throw new Error(written.error);
      expect(readFeature(written.value)).toEqual({ ok: true, value });
    }),
    { numRuns: 1_000 },
  );
});

test('any text is either refused or means what writing it again gives', () => {
  const anyText = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'identCode=machineCode1:,|;23retailStoreId') }),
    fc.string(),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readFeature(text);
      if (!read.ok) return;
      const again = writeFeature(read.value);
      expect(again.ok && readFeature(again.value)).toEqual(read);
    }),
    { numRuns: 2_000 },
  );
});

test.each(['a,b', 'a:b', 'a;b', 'a=b', 'a|b', 'a b', '', '识别码', 'a\u200B', 'x'.repeat(65)])(
  'a code like %j cannot be written, so it is refused',
  (bad) => {
    expect(writeFeature({ ...none, identCodes: [{ childOrderId: '1', codes: [bad] }] }).ok).toBe(false);
  },
);

test.each([
  'identCode',
  'identCode=',
  'identCode=1',
  'identCode=1:',
  'identCode=1:a,',
  'identCode=1:a|',
  'identCode=a:1',
  'identCode=1:a:b',
  'identCode=1:a;identCode=2:b',
  'identCode=1:a|1:b',
  'other=1:a',
  'identCode=1:a;',
  'retailStoreId=1',
  'retailStoreType=STORE',
  'retailStoreId=1;retailStoreType=SHOP',
  'identCode＝1:a',
])('%j is no feature', (text) => {
  expect(readFeature(text).ok).toBe(false);
});

test('scanned codes find their child order, their kind and their quantity', () => {
  const item = { productId: 'P', skuId: 'S' };
  const items = [
    {
      ...item,
      quantity: 2,
      childOrderId: '71',
      serialNumbers: [
        { serialNumber: 'SN1', imei1: 'I1' },
        { serialNumber: 'SN2', imei1: 'I2' },
      ],
    },
    { ...item, quantity: 1, childOrderId: '72', serialNumbers: [{ serialNumber: 'SN3' }] },
    { ...item, quantity: 1, childOrderId: '73' },
  ];
  expect(capturedCodes(items, { orderId: '70', loneCodeIs: 'identCode' })).toEqual({
    identCodes: [
      { childOrderId: '71', codes: ['I1', 'I2'] },
      { childOrderId: '72', codes: ['SN3'] },
    ],
    machineCodes: [{ childOrderId: '71', codes: ['SN1', 'SN2'] }],
  });
  expect(
    capturedCodes([{ ...item, quantity: 1, serialNumbers: [{ serialNumber: 'SN9' }] }], {
      orderId: '70',
      loneCodeIs: 'machineCode',
    }),
  ).toEqual({
    identCodes: [],
    machineCodes: [{ childOrderId: '70', codes: ['SN9'] }],
  });
});
